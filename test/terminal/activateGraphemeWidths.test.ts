import headless from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsToAnsi } from '../../src/core/terminal/ansi';
import { runsWidth, type TimedRun } from '../../src/core/terminal/timedRun';
import { typingScheduler } from '../../src/core/terminal/outputScheduler';
import { splitGraphemes, textWidth } from '../../src/core/terminal/width';
import type { Timing } from '../../src/core/story';
import { wrapRuns } from '../../src/core/terminal/wrapRuns';
import { clusterText } from '../support/clusterText';
import { createHeadlessTerminal, writeChunks } from '../support/headlessTerminal';

test('xterm.js gives text as many cells as textWidth, for any chunks of writing', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(clusterText, sizes, async (text, lengths) => {
      const terminal = createHeadlessTerminal(80);
      const chunks = ['> '];
      for (let [at, index] = [0, 0]; at < text.length; index += 1) {
        const length = lengths[index % lengths.length] ?? 1;
        chunks.push(text.slice(at, at + length));
        at += length;
      }
      await writeChunks(terminal, chunks);
      expect(terminal.buffer.active.cursorX).toBe(textWidth(`> ${text}`));
      expect(terminal.buffer.active.getLine(0)?.translateToString(true)).toBe(`> ${text}`);
      terminal.dispose();
    }),
    { numRuns: 1000 },
  );
});

test('xterm.js gives a row as many cells as runsWidth, at any width and in any styles', async () => {
  const run = fc.record({
    text: clusterText.filter((text) => text !== ''),
    role: fc.constantFrom('ok', 'error', 'text'),
    at: fc.integer({ min: 0, max: 3 }),
  });
  const runs = fc.array(
    run.map(({ text, role, at }): TimedRun => ({ text, at, style: { role } as TimedRun['style'] })),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(runs, fc.integer({ min: 10, max: 60 }), async (line, width) => {
      for (const row of wrapRuns(line, width, 2)) {
        const terminal = createHeadlessTerminal(80);
        await writeChunks(terminal, [rowsToAnsi([row], 'new')]);
        expect(terminal.buffer.active.cursorX).toBe(2 + runsWidth(row));
        expect(runsWidth(row)).toBeLessThanOrEqual(width);
        terminal.dispose();
      }
    }),
    { numRuns: 500 },
  );
});

const TIMING = { seed: 1, key: 40, word: 60, line: 20, pause: 100 } as unknown as Timing;

test('typing, streaming, filling and wrapping never split a cluster', () => {
  fc.assert(
    fc.property(
      clusterText.filter((text) => text !== ''),
      fc.integer({ min: 8, max: 20 }),
      (text, width) => {
        const scheduler = typingScheduler(TIMING, 0);
        const clusters = splitGraphemes(text);
        expect(scheduler.type(text).map((run) => run.text)).toEqual(clusters);
        expect(scheduler.fill(text, 100, {}).map((run) => run.text)).toEqual(clusters);
        const parts = [scheduler.stream(text), wrapRuns([{ text, at: 0, style: { role: 'text' } }], width, 0).flat()];
        const joined = parts.map((part) => part.flatMap((run) => splitGraphemes(run.text)).filter((cluster) => cluster !== ' '));
        for (const each of joined) expect(each).toEqual(clusters.filter((cluster) => cluster !== ' '));
      },
    ),
    { numRuns: 500 },
  );
});

test('the terminal uses the widths of grapheme clusters', () => {
  const terminal: InstanceType<typeof headless.Terminal> = createHeadlessTerminal(20);
  expect(terminal.unicode.activeVersion).toBe('clusters');
  terminal.dispose();
});
