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

/** Rows a block takes, as text. */
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
  it('lines its columns up, wide characters included', () => {
    expect(blockRows(table)).toEqual(['NAME            STATE', 'web             up', 'a longer name', '搜尋            down']);
  });
  it('sets the cells of a row below each other where they do not fit', () => {
    expect(blockRows(table, 16)).toEqual(['NAME', '  STATE', 'web', '  up', 'a longer name', '搜尋', '  down']);
  });
});

describe('a tree', () => {
  it('branches', () => {
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

describe('a progress bar', () => {
  const bar: Block = { type: 'progress', text: 'Upload', ms: 1000, done: '100 %' };
  it('stands full', () => {
    expect(blockRows(bar)).toEqual([`Upload ${'█'.repeat(20)} 100 %`]);
  });
  it('fills in its time, each moment continuing the one before', () => {
    const pacer = typingScheduler(TIMING, 0);
    const rows = layoutElements(createElements([bar], pacer), 60);
    const at = (time: number): string => rowsToAnsi(rows, 'new', time);
    const cells = (time: number): number => at(time).split('█').length - 1;
    expect(cells(270)).toBe(0);
    expect(cells(770)).toBeGreaterThan(7);
    expect(cells(770)).toBeLessThan(13);
    expect(cells(1300)).toBe(20);
    expect(at(1300).startsWith(at(770))).toBe(true);
    expect(pacer.now()).toBeLessThan(1400);
  });
});

describe('a spinner that finishes', () => {
  const wait: Block = {
    type: 'spinner',
    frames: ['◐', '◓'],
    role: 'info',
    text: 'Building an image of several words',
    done: { ms: 1000, mark: '✓', role: 'ok', text: 'Image built' },
  };
  const after: Block = { type: 'text', lines: ['Next'], tight: true };
  const play = (cols: number) => {
    const pacer = typingScheduler(TIMING, 0);
    const rows = layoutElements(createElements([wait, after], pacer), cols);
    return { rows, at: (time: number) => rowsToAnsi(rows, 'new', time), end: pacer.now() };
  };
  const shown = async (output: string): Promise<string[]> => {
    const terminal = createHeadlessTerminal(62);
    await writeChunks(terminal, [output]);
    return bufferRows(terminal).map((row) => row.slice(MARGIN_COLS).trimEnd());
  };

  it('ends as done; readers get the wait and its result', () => {
    expect(blockRows(wait)).toEqual(['✓ Image built']);
    expect(blockLines(wait)).toEqual(['◐ Building an image of several words', '✓ Image built']);
  });
  it('turns, then gives its row to how it ended, and what follows goes below', async () => {
    const { at } = play(60);
    expect(await shown(at(250))).toEqual(['◐ Building an image of several words']);
    expect(await shown(at(350))).toEqual(['◓ Building an image of several words']);
    expect(await shown(at(1300))).toEqual(['✓ Image built']);
    expect(await shown(at(5000))).toEqual(['✓ Image built', 'Next']);
  });
  it('takes one row while it turns, however narrow the screen, so that it can be taken back', () => {
    for (const { interimRows = [] } of play(20).rows.flat())
      for (const draft of interimRows) expect(runsWidth(draft.pieces)).toBeLessThanOrEqual(20);
    expect(play(20).rows.flat()[0]?.interimRows?.length).toBeGreaterThan(5);
  });
  it('continues at each moment what stood before', () => {
    const { at, end } = play(40);
    for (let time = 0; time < end; time += 37) expect(at(time + 37).startsWith(at(time))).toBe(true);
    expect(at(end)).toBe(at(Number.POSITIVE_INFINITY));
    expect(end).toBeGreaterThan(1200);
  });
  it('may stand anywhere in a step; one that turns on may only end it', () => {
    const { done: _, ...endless } = wait;
    const step = (blocks: readonly unknown[]) => terminalStepSchema.safeParse({ title: 'a', notes: { say: 'b', point: 'c' }, blocks });
    expect(step([wait, after, endless]).success).toBe(true);
    expect(step([endless, after]).error?.issues[0]?.path).toEqual(['blocks', 0]);
  });
});
