import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/story';
import { MARGIN_COLS, rowsToAnsi } from '../../../src/core/terminal/ansi';
import { createElements } from '../../../src/core/terminal/elements';
import { layoutElements } from '../../../src/core/terminal/layoutElements';
import { blockLines } from '../../../src/core/terminal/blockLines';
import { runsWidth } from '../../../src/core/terminal/timedRun';
import { typingScheduler, instantScheduler } from '../../../src/core/terminal/outputScheduler';
import { terminalStepSchema } from '../../../src/schema/scene';
import { createHeadlessTerminal, bufferRows, writeChunks } from '../../support/headlessTerminal';

const TIMING = { key: 40, word: 40, line: 30, pause: 200, seed: 1 };

/** Returns the rows of a block as text. */
function blockRows(block: Block, width = 60): string[] {
  return layoutElements(createElements([block], instantScheduler), width).map((row) =>
    row
      .map((piece) => piece.text)
      .join('')
      .trimEnd(),
  );
}

describe('a table', () => {
  const table: Block = {
    type: 'table',
    head: ['NAME', 'STATE'],
    rows: [
      ['web', 'up'],
      ['a longer name', ''],
      ['搜尋', [{ text: 'down', role: 'error' }]],
    ],
  };
  it('aligns its columns, also with wide characters', () => {
    expect(blockRows(table)).toEqual(['NAME            STATE', 'web             up', 'a longer name', '搜尋            down']);
  });
  it('puts the cells of a row below each other in a narrow terminal', () => {
    expect(blockRows(table, 16)).toEqual(['NAME', '  STATE', 'web', '  up', 'a longer name', '搜尋', '  down']);
  });
});

describe('a tree', () => {
  it('draws branches by indentation', () => {
    expect(blockRows({ type: 'tree', lines: ['a', '  b', '    c', '    d', '  e', '    f', 'g'] })).toEqual([
      'a',
      '├─ b',
      '│  ├─ c',
      '│  └─ d',
      '└─ e',
      '   └─ f',
      'g',
    ]);
  });
});

describe('code with tabs', () => {
  const code: Block = { type: 'code', tabs: ['server.ts', 'a client.ts'], show: 'a client.ts', lines: [[['connect()', 'text']]] };
  it('has the names above its frame, wrapped in a narrow terminal', () => {
    expect(blockRows(code, 24)).toEqual([
      ' server.ts  a client.ts',
      '╭──────────────────────╮',
      '│ connect()            │',
      '╰──────────────────────╯',
    ]);
    expect(blockRows(code, 20).slice(0, 2)).toEqual([' server.ts  a', ' client.ts']);
  });
  it('fills the shown one, and says in the text for readers which it is', () => {
    const row = layoutElements(createElements([code], instantScheduler), 40)[0] ?? [];
    expect(row.filter(({ style }) => style.badge).map(({ text }) => text)).toEqual([' a client.ts ']);
    expect(blockLines(code)).toEqual(['server.ts · [a client.ts]', 'connect()']);
  });
});

describe('a progress bar', () => {
  const bar: Block = { type: 'progress', text: 'Upload', ms: 1000, done: '100 %' };
  it('is full without typing', () => {
    expect(blockRows(bar)).toEqual([`Upload ${'█'.repeat(20)} 100 %`]);
  });
  it('fills over its duration and only ever appends output', () => {
    const scheduler = typingScheduler(TIMING, 0);
    const rows = layoutElements(createElements([bar], scheduler), 60);
    const at = (time: number): string => rowsToAnsi(rows, 'new', time);
    const filledCells = (time: number): number => at(time).split('█').length - 1;
    expect(filledCells(270)).toBe(0);
    expect(filledCells(770)).toBeGreaterThan(7);
    expect(filledCells(770)).toBeLessThan(13);
    expect(filledCells(1300)).toBe(20);
    expect(at(1300).startsWith(at(770))).toBe(true);
    expect(scheduler.now()).toBeLessThan(1400);
  });
});

describe('a spinner that finishes', () => {
  const spinner: Block = {
    type: 'spinner',
    frames: ['◐', '◓'],
    role: 'info',
    text: 'Building an image of several words',
    done: { ms: 1000, mark: '✓', role: 'ok', text: 'Image built' },
  };
  const after: Block = { type: 'text', lines: ['Next'], tight: true };
  const play = (cols: number) => {
    const scheduler = typingScheduler(TIMING, 0);
    const rows = layoutElements(createElements([spinner, after], scheduler), cols);
    return { rows, at: (time: number) => rowsToAnsi(rows, 'new', time), end: scheduler.now() };
  };
  const screenAfter = async (output: string): Promise<string[]> => {
    const terminal = createHeadlessTerminal(62);
    await writeChunks(terminal, [output]);
    return bufferRows(terminal).map((row) => row.slice(MARGIN_COLS).trimEnd());
  };

  it('prints its result at once without typing, and has both texts for readers', () => {
    expect(blockRows(spinner)).toEqual(['✓ Image built']);
    expect(blockLines(spinner)).toEqual(['◐ Building an image of several words', '✓ Image built']);
  });
  it('shows its frames in turn, then its result in the same row and the next block below', async () => {
    const { at } = play(60);
    expect(await screenAfter(at(250))).toEqual(['◐ Building an image of several words']);
    expect(await screenAfter(at(350))).toEqual(['◓ Building an image of several words']);
    expect(await screenAfter(at(1300))).toEqual(['✓ Image built']);
    expect(await screenAfter(at(5000))).toEqual(['✓ Image built', 'Next']);
  });
  it('fits one row until it finishes, also in a narrow terminal, so that it can be overwritten', () => {
    for (const { interimStates = [] } of play(20).rows.flat())
      for (const { rows } of interimStates) expect(rows.map((row) => runsWidth(row) <= 20)).toEqual([true]);
    expect(play(20).rows.flat()[0]?.interimStates?.length).toBeGreaterThan(5);
  });
  it('only ever appends output, and is complete at its end', () => {
    const { at, end } = play(40);
    for (let time = 0; time < end; time += 37) expect(at(time + 37).startsWith(at(time))).toBe(true);
    expect(at(end)).toBe(at(Number.POSITIVE_INFINITY));
    expect(end).toBeGreaterThan(1200);
  });
  it('is allowed anywhere in a step; one without a result only at the end', () => {
    const { done: _, ...endless } = spinner;
    const step = (blocks: readonly unknown[]) => terminalStepSchema.safeParse({ title: 'a', notes: { say: 'b', point: 'c' }, blocks });
    expect(step([spinner, after, endless]).success).toBe(true);
    expect(step([endless, after]).error?.issues[0]?.path).toEqual(['blocks', 0]);
  });
});
