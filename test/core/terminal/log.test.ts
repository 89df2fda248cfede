import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bidi } from '../../../src/bidi/bidi';
import type { Block } from '../../../src/core/story';
import { MARGIN_COLS, rowsToAnsi } from '../../../src/core/terminal/ansi';
import { blockLines } from '../../../src/core/terminal/blockLines';
import { terminalLayoutAt, outputAt, visibleOutput } from '../../../src/core/terminal/terminalLayout';
import { runsWidth } from '../../../src/core/terminal/timedRun';
import { createTimeline, stopAt, type Timeline } from '../../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../../support/fakeStory';
import { bufferCells, createHeadlessTerminal, bufferRows, writeChunks } from '../../support/headlessTerminal';

type Log = Extract<Block, { type: 'log' }>;
const log = (own: Omit<Log, 'type' | 'above'>): Log => ({ type: 'log', above: 'more above', ...own });

function timelineOf(blocks: readonly Block[], direction?: 'rtl'): Timeline {
  const story = fakeStory([[fakeStep({ blocks })]]);
  return direction ? createTimeline({ ...story, direction }, describeFake, bidi) : createTimeline(story, describeFake);
}

async function screenOf(output: string, cols: number, rows = 60): Promise<readonly string[]> {
  const terminal = createHeadlessTerminal(cols, { rows });
  await writeChunks(terminal, [output]);
  return bufferRows(terminal).map((row) => row.slice(MARGIN_COLS).trimEnd());
}

/** Returns the screen `time` milliseconds after the stop began; by default the settled one. */
async function playedScreen(blocks: readonly Block[], cols: number, time?: number): Promise<readonly string[]> {
  const timeline = timelineOf(blocks);
  return screenOf(outputAt(terminalLayoutAt(timeline, stopAt(timeline, 0), cols), time), cols);
}

describe('columns', () => {
  const block = log({
    clock: '23:59:58',
    every: 500,
    lines: [
      { text: 'one', level: 'info' },
      { text: 'two', level: 'warn', pause: 1500 },
      'three',
      { text: 'four', level: 'error', time: '00:10:00' },
      { text: 'five', level: 'debug', pause: 2000 },
      { text: 'six', level: 'ok', time: 'later' },
    ],
  });
  test('align times and levels, and the clock follows pauses, midnight and given times', async () => {
    const rows = ['23:59:58 INFO  one', '23:59:59 WARN  two', '00:00:00       three', '00:10:00 ERROR four', '00:10:02 DEBUG five'];
    expect(await playedScreen([block], 92)).toEqual([...rows, 'later    OK    six']);
    expect(blockLines(block)).toEqual([...rows.map((row) => row.replace(/ {2,}/u, ' ')), 'later OK six']);
  });
  test('are not there if no line has one', async () => {
    expect(await playedScreen([log({ lines: ['one', { text: 'two', pause: 300 }] })], 92)).toEqual(['one', 'two']);
  });
  test('keep milliseconds of the clock, and ignore a time that is none', async () => {
    const lines = ['a', { text: 'b', pause: 40 }, { text: 'c', time: '99:99:99' }, 'd'];
    expect(await playedScreen([log({ clock: '08:00:00.970', lines })], 92)).toEqual([
      '08:00:00.970 a',
      '08:00:01.010 b',
      '99:99:99     c',
      '08:00:01.010 d',
    ]);
  });
  test('start later rows of a line below its text, or near the left edge of a narrow terminal', async () => {
    const long = log({ lines: [{ text: 'one two three four', level: 'error', time: '12:00:00' }] });
    expect(await playedScreen([long], 40)).toEqual(['12:00:00 ERROR one two three four']);
    const withLevel = log({ lines: [{ text: 'one two three four five six', level: 'error' }] });
    expect(await playedScreen([withLevel], 25)).toEqual(['ERROR one two three', '      four five six']);
    expect(await playedScreen([long], 24)).toEqual(['12:00:00 ERROR one two', '  three four']);
  });
});

describe('a fold', () => {
  const block = log({ fold: 2, every: 1000, lines: ['one', 'two', 'three', 'four'] });
  const after: Block = { type: 'text', lines: ['next'], tight: true };
  test('keeps the last lines and counts those above, at every time', async () => {
    const at = (time: number) => playedScreen([block, after], 40, time);
    expect(await at(300)).toEqual(['one']);
    expect(await at(1300)).toEqual(['one', 'two']);
    expect(await at(2300)).toEqual(['↑ 1 more above', 'two', 'three']);
    expect(await at(3340)).toEqual(['↑ 2 more above', 'three', 'four']);
    expect(await playedScreen([block, after], 40)).toEqual(['↑ 2 more above', 'three', 'four', 'next']);
  });
  test('takes an empty line after its own pause', async () => {
    const withEmpty = log({ fold: 1, every: 1000, lines: ['one', '', 'three'] });
    const at = (time: number) => playedScreen([withEmpty], 40, time);
    expect(await at(300)).toEqual(['one']);
    expect(await at(1300)).toEqual(['↑ 1 more above', '']);
    expect(await at(2300)).toEqual(['↑ 2 more above', 'three']);
  });
  test('counts rows where lines wrap, and shows the end of the line that is cut', async () => {
    const wrapped = log({ fold: 2, lines: ['one', 'a line that takes two rows here', 'last'] });
    expect(await playedScreen([wrapped], 20)).toEqual(['↑ 2 more above', 'two rows here', 'last']);
  });
  test('hides the cursor of a command that was typed before it', () => {
    const timeline = timelineOf([{ type: 'shell', prompt: '$', command: 'build' }, block]);
    const layout = terminalLayoutAt(timeline, stopAt(timeline, 0), 40);
    const output = outputAt(layout, stopAt(timeline, 0).playMs - 2500);
    expect(output).toContain('one');
    expect(output.lastIndexOf('\x1b[?25l')).toBeGreaterThan(output.lastIndexOf('\x1b[?25h'));
  });
  test('does nothing while everything fits', async () => {
    expect(await playedScreen([log({ fold: 4, lines: ['one', 'two', 'three', 'four'] })], 40)).toEqual(['one', 'two', 'three', 'four']);
  });
  test('leaves all lines in the text for screen readers', () => {
    expect(blockLines(block)).toEqual(['one', 'two', 'three', 'four']);
  });
  test('stands at the right of a right-to-left story', async () => {
    const timeline = timelineOf([log({ fold: 1, lines: ['שלום', { text: 'עולם', level: 'ok' }] })], 'rtl');
    const rows = await screenOf(outputAt(terminalLayoutAt(timeline, stopAt(timeline, 0), 32)), 32);
    expect(rows).toEqual(['more above 1 ↑', 'םלוע OK'].map((row) => row.padStart(30)));
  });
});

const text = fc.constantFrom(
  '',
  'short',
  'a line of several words that wraps in a narrow terminal',
  '搜尋 two cells',
  'averylongwordwithoutanyspaceinit',
);
const level = fc.constantFrom('debug', 'info', 'warn', 'error', 'ok');
const line = fc.oneof(
  text,
  fc.record(
    { text, level, time: fc.constantFrom('12:00:00', '+1 s'), pause: fc.integer({ min: 0, max: 900 }) },
    { requiredKeys: ['text'] },
  ),
);
const anyLog = fc
  .record(
    {
      lines: fc.array(line, { minLength: 1, maxLength: 14 }),
      fold: fc.integer({ min: 1, max: 12 }),
      every: fc.integer({ min: 0, max: 300 }),
      clock: fc.constant('12:00:00'),
      tight: fc.boolean(),
    },
    { requiredKeys: ['lines'] },
  )
  .map(log);
const anyText = fc.record({
  type: fc.constant('text' as const),
  lines: fc.array(
    line.map((each) => (typeof each === 'string' ? each : { text: each.text, pause: each.pause })),
    { minLength: 1, maxLength: 4 },
  ),
});
const anyBlocks = fc.array(fc.oneof(anyLog, anyText), { minLength: 1, maxLength: 4 });
const anyCols = fc.integer({ min: 20, max: 92 });

describe('for any blocks with logs and pauses', () => {
  test('earlier output is a prefix of later output, complete after playMs', () => {
    fc.assert(
      fc.property(
        anyBlocks,
        anyCols,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (blocks, cols, one, other) => {
          const timeline = timelineOf(blocks);
          const stop = stopAt(timeline, 0);
          const layout = terminalLayoutAt(timeline, stop, cols);
          const early = outputAt(layout, Math.min(one, other) * stop.playMs);
          const late = outputAt(layout, Math.max(one, other) * stop.playMs);
          expect(late.startsWith(early)).toBe(true);
          expect(outputAt(layout).startsWith(late)).toBe(true);
          expect(outputAt(layout, stop.playMs)).toBe(outputAt(layout));
          for (const row of layout.rows) expect(runsWidth(row)).toBeLessThanOrEqual(cols - MARGIN_COLS);
        },
      ),
    );
  });

  test('the settled screen is that of the final rows alone, at any height', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlocks, anyCols, fc.integer({ min: 3, max: 40 }), async (blocks, cols, rows) => {
        // Empty rows at the end of a stop are not printed, but a log may have scrolled the screen by one while it ran.
        const timeline = timelineOf([...blocks, { type: 'text', lines: ['The end'] }]);
        const layout = terminalLayoutAt(timeline, stopAt(timeline, 0), cols);
        const finalRows = layout.rows.map((row) => row.map((run) => ({ ...run, interimStates: [] })));
        const [played, direct] = [createHeadlessTerminal(cols, { rows }), createHeadlessTerminal(cols, { rows })];
        await writeChunks(played, [outputAt(layout)]);
        await writeChunks(direct, [layout.previousOutput + rowsToAnsi(finalRows, 'new')]);
        expect(bufferCells(played).slice(-rows)).toEqual(bufferCells(direct).slice(-rows));
        expect(played.buffer.active.cursorY).toBe(direct.buffer.active.cursorY);
        const visible = visibleOutput(layout, rows);
        if (visible === undefined) return;
        const partial = createHeadlessTerminal(cols, { rows });
        await writeChunks(partial, [visible]);
        expect(bufferCells(partial)).toEqual(bufferCells(direct).slice(-rows));
      }),
      { numRuns: 150 },
    );
  });
});
