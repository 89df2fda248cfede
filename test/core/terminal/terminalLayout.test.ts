import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { MARGIN_COLS } from '../../../src/core/terminal/ansi';
import { terminalLayoutAt, outputAt, visibleOutput } from '../../../src/core/terminal/terminalLayout';
import { runsWidth } from '../../../src/core/terminal/timedRun';
import { stopAt, createTimeline, type Stop, type Timeline } from '../../../src/core/timeline';
import { demoTimeline } from '../../support/demoTimeline';
import { describeFake, fakeStep, fakeStory } from '../../support/fakeStory';
import { bufferCells, createHeadlessTerminal, bufferRows, writeChunks } from '../../support/headlessTerminal';

const TERMINAL_STOPS = [0, 1, 5, 6, 7, 8, 9];
const WIDTHS = [92, 48];

let timeline: Timeline;
beforeAll(async () => {
  timeline = await demoTimeline();
});
const stop = (index: number): Stop => stopAt(timeline, index);

test('the terminal stops of the demo are those in the list', () => {
  expect(timeline.stops.filter((each) => each.blocks).map((each) => each.index)).toEqual(TERMINAL_STOPS);
});

test.each(TERMINAL_STOPS)('stop %i: earlier output is a prefix of later output', (index) => {
  const time = fc.double({ min: -10, max: stop(index).playMs + 50, noNaN: true });
  fc.assert(
    fc.property(time, time, fc.integer({ min: 20, max: 120 }), (one, other, cols) => {
      const layout = terminalLayoutAt(timeline, stop(index), cols);
      const early = outputAt(layout, Math.min(one, other));
      const late = outputAt(layout, Math.max(one, other));
      expect(late.startsWith(early)).toBe(true);
      expect(outputAt(layout).startsWith(late)).toBe(true);
    }),
    { seed: 1, numRuns: 150 },
  );
});

test('keeps the last 500 rows of previous stops', () => {
  const step = (name: string) =>
    fakeStep({ blocks: [{ type: 'text', lines: Array.from({ length: 300 }, (_, line) => `${name} ${line}`) }] });
  const long = createTimeline(fakeStory([['a', 'b', 'c', 'd', 'e'].map(step)]), describeFake);
  const { previousRows, rows } = terminalLayoutAt(long, stopAt(long, 4), 92);
  const texts = previousRows.map((row) => row.map((piece) => piece.text).join(''));
  expect(texts).toHaveLength(500);
  expect([texts[0], texts.at(-2)]).toEqual(['c 102', 'd 299']);
  expect(rows).toHaveLength(300);
});

test.each(TERMINAL_STOPS)('stop %i: the output is complete after playMs', (index) => {
  const layout = terminalLayoutAt(timeline, stop(index), 92);
  expect(outputAt(layout, stop(index).playMs)).toBe(outputAt(layout));
  expect(outputAt(layout, -1)).toBe(layout.previousOutput);
  expect(outputAt(layout, stop(index).playMs / 2).length).toBeGreaterThan(layout.previousOutput.length);
});

test.each(TERMINAL_STOPS)('stop %i: no row is wider than the terminal, at any width', (index) => {
  for (let cols = 20; cols <= 140; cols += 1) {
    const { rows, previousRows } = terminalLayoutAt(timeline, stop(index), cols);
    for (const row of [...previousRows, ...rows]) expect(runsWidth(row)).toBeLessThanOrEqual(cols - MARGIN_COLS);
  }
});

test.each(TERMINAL_STOPS)('stop %i: xterm.js shows exactly the rows of the layout', async (index) => {
  for (const cols of WIDTHS) {
    const layout = terminalLayoutAt(timeline, stop(index), cols);
    const terminal = createHeadlessTerminal(cols);
    await writeChunks(terminal, [outputAt(layout)]);
    const expected = [...layout.previousRows, ...layout.rows].map((row) =>
      row
        .map((piece) => piece.text)
        .join('')
        .trimEnd(),
    );
    expect(bufferRows(terminal).map((row) => row.slice(MARGIN_COLS))).toEqual(expected);
    terminal.dispose();
  }
});

test.each(TERMINAL_STOPS)('stop %i: xterm.js shows the same for any split of the output', async (index) => {
  for (const cols of WIDTHS) {
    const output = outputAt(terminalLayoutAt(timeline, stop(index), cols));
    const reference = createHeadlessTerminal(cols);
    await writeChunks(reference, [output]);
    const expected = bufferCells(reference);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 }), async (sizes) => {
        const terminal = createHeadlessTerminal(cols);
        await writeChunks(terminal, chunksOf(output, sizes));
        expect(bufferCells(terminal)).toEqual(expected);
        terminal.dispose();
      }),
      { seed: 3, numRuns: 5 },
    );
  }
});

test.each(TERMINAL_STOPS)('stop %i: visibleOutput gives the same screen as the whole output at any height', async (index) => {
  for (const cols of WIDTHS) {
    const layout = terminalLayoutAt(timeline, stop(index), cols);
    for (let rows = 3; rows <= 60; rows += 3) {
      const visible = visibleOutput(layout, rows);
      const full = createHeadlessTerminal(cols, { rows });
      await writeChunks(full, [outputAt(layout)]);
      expect(visible !== undefined, `${rows} rows`).toBe(full.buffer.active.length > rows);
      if (visible === undefined) continue;
      const partial = createHeadlessTerminal(cols, { rows });
      await writeChunks(partial, [visible]);
      expect(partial.buffer.active.length).toBe(rows);
      expect(bufferCells(partial)).toEqual(bufferCells(full).slice(-rows));
      expect([partial.buffer.active.cursorX, partial.buffer.active.cursorY]).toEqual([
        full.buffer.active.cursorX,
        full.buffer.active.cursorY,
      ]);
    }
  }
});

test('visibleOutput gives the same screen for any rows before and in the stop, blank ones included', async () => {
  const lines = fc.array(fc.constantFrom('', 'a', 'a longer line that is new'), { minLength: 1, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(fc.array(lines, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 24 }), async (steps, rows) => {
      const long = createTimeline(fakeStory([steps.map((each) => fakeStep({ blocks: [{ type: 'text', lines: each }] }))]), describeFake);
      const layout = terminalLayoutAt(long, stopAt(long, steps.length - 1), 40);
      const visible = visibleOutput(layout, rows);
      if (visible === undefined) return;
      const [full, partial] = [createHeadlessTerminal(40, { rows }), createHeadlessTerminal(40, { rows })];
      await writeChunks(full, [outputAt(layout)]);
      await writeChunks(partial, [visible]);
      expect(bufferCells(partial)).toEqual(bufferCells(full).slice(-rows));
      expect(partial.buffer.active.cursorY).toBe(full.buffer.active.cursorY);
    }),
    { numRuns: 200 },
  );
});

/** Splits `text` into chunks of these sizes, repeated; never inside a code point, as the page never does. */
function chunksOf(text: string, sizes: readonly number[]): string[] {
  const chars = Array.from(text);
  const chunks: string[] = [];
  for (let at = 0, index = 0; at < chars.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    chunks.push(chars.slice(at, at + size).join(''));
    at += size;
  }
  return chunks;
}
