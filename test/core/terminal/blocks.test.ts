import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/story';
import { toAnsi } from '../../../src/core/terminal/ansi';
import { elementsOf } from '../../../src/core/terminal/elements';
import { layout } from '../../../src/core/terminal/layout';
import { rhythm, still } from '../../../src/core/terminal/schedule';

const TIMING = { key: 40, word: 40, line: 30, pause: 200, seed: 1 };

/** Rows a block takes, as text. */
function rowsOf(block: Block, width = 60): string[] {
  return layout(elementsOf([block], still), width).map((row) => row.map((piece) => piece.text).join('').trimEnd());
}

describe('a table', () => {
  const table: Block = { type: 'table', head: ['NAME', 'STATE'], rows: [['web', 'up'], ['a longer name', ''], ['搜尋', [{ text: 'down', role: 'error' }]]] };
  it('lines its columns up, wide characters included', () => {
    expect(rowsOf(table)).toEqual(['NAME            STATE', 'web             up', 'a longer name', '搜尋            down']);
  });
  it('sets the cells of a row below each other where they do not fit', () => {
    expect(rowsOf(table, 16)).toEqual(['NAME', '  STATE', 'web', '  up', 'a longer name', '搜尋', '  down']);
  });
});

describe('a tree', () => {
  it('branches', () => {
    expect(rowsOf({ type: 'tree', lines: ['a', '  b', '    c', '    d', '  e', '    f', 'g'] })).toEqual(['a', '├─ b', '│  ├─ c', '│  └─ d', '└─ e', '   └─ f', 'g']);
  });
});

describe('a progress bar', () => {
  const bar: Block = { type: 'progress', text: 'Upload', ms: 1000, done: '100 %' };
  it('stands full', () => {
    expect(rowsOf(bar)).toEqual([`Upload ${'█'.repeat(20)} 100 %`]);
  });
  it('fills in its time, each moment continuing the one before', () => {
    const pacer = rhythm(TIMING, 0);
    const rows = layout(elementsOf([bar], pacer), 60);
    const at = (time: number): string => toAnsi(rows, 'fresh', time);
    const cells = (time: number): number => at(time).split('█').length - 1;
    expect(cells(270)).toBe(0);
    expect(cells(770)).toBeGreaterThan(7);
    expect(cells(770)).toBeLessThan(13);
    expect(cells(1300)).toBe(20);
    expect(at(1300).startsWith(at(770))).toBe(true);
    expect(pacer.now()).toBeLessThan(1400);
  });
});
