import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bidi } from '../../src/bidi/bidi';
import { reorderRow } from '../../src/bidi/reorderRow';
import type { Direction } from '../../src/core/direction';
import type { Block } from '../../src/core/story';
import { terminalLayoutAt, outputAt } from '../../src/core/terminal/terminalLayout';
import { runsWidth, type Row } from '../../src/core/terminal/timedRun';
import { splitGraphemes, textWidth } from '../../src/core/terminal/width';
import { stopAt, createTimeline, type Timeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';
import { bufferCells, createHeadlessTerminal, bufferRows, writeChunks } from '../support/headlessTerminal';

const COLS = 48;

/** Pads a row so that it ends at the right edge. */
const alignRight = (row: string): string => row.padStart(COLS - 2);

/** Returns the timeline of a story with one stop that prints `blocks`. */
function timelineOf(blocks: readonly Block[], direction: Direction): Timeline {
  return createTimeline({ ...fakeStory([[fakeStep({ blocks })]]), ...(direction === 'rtl' && { direction }) }, describeFake, bidi);
}

/** Returns the rows of a terminal with `blocks`, from left to right, without the margin. */
async function rowsOnScreen(blocks: readonly Block[], direction: Direction, cols = COLS): Promise<readonly string[]> {
  const timeline = timelineOf(blocks, direction);
  const terminal = createHeadlessTerminal(cols);
  await writeChunks(terminal, [outputAt(terminalLayoutAt(timeline, stopAt(timeline, 0), cols))]);
  return bufferRows(terminal).map((row) => row.slice(2));
}

const shell: Block = { type: 'shell', prompt: '~/project $', command: 'greet --name "דנה כהן" --lang he' };
const say = (text: string, who = 'סוכן:'): Block => ({ type: 'say', who, role: 'agent', text: [text] });
const table: Block = {
  type: 'table',
  head: ['שם', 'מצב', 'גרסה'],
  rows: [
    ['שרת ראשי', 'פעיל', '1.4.2'],
    ['web', ['כבוי ', { text: 'now', role: 'warn' }], '1.4.1'],
  ],
};
const box: Block = { type: 'box', lines: ['ברוכים הבאים (v2.1)', 'מוכן.'] };

describe('a right-to-left story', () => {
  test.each<[name: string, block: Block, rows: readonly string[]]>([
    ['keeps a command left to right, except a Hebrew name in it', shell, ['~/project $ greet --name "ןהכ הנד" --lang he']],
    ['starts a sentence and its label at the right', say('שלום, world! מה שלומך?'), [alignRight('?ךמולש המ !world ,םולש :ןכוס')]],
    [
      'indents later rows of a sentence below its text',
      say('שלום לכולם, ברוכים הבאים למערכת החדשה ללא כל צורך'),
      [alignRight('השדחה תכרעמל םיאבה םיכורב ,םלוכל םולש :ןכוס'), alignRight('ךרוצ לכ אלל      ')],
    ],
    [
      'starts a table at the right and aligns its columns',
      table,
      [alignRight('הסרג        בצמ         םש'), alignRight('1.4.2       ליעפ   ישאר תרש'), alignRight('1.4.1   now יובכ        web')],
    ],
    [
      'closes the frame of a box',
      box,
      ['╭─────────────────────╮', '│ (v2.1) םיאבה םיכורב │', '│               .ןכומ │', '╰─────────────────────╯'].map(alignRight),
    ],
    [
      'keeps paths, options and names with punctuation together',
      { type: 'text', lines: ['נשמר ב- ~/a/b.txt', 'הוסיפו --help או C++.'] },
      ['~/a/b.txt -ב רמשנ', '.C++ וא --help ופיסוה'].map(alignRight),
    ],
    ['aligns a left-to-right line to the left', { type: 'text', lines: ['Done in 2 s.'] }, ['Done in 2 s.']],
    [
      'keeps code left to right and orders each token',
      {
        type: 'code',
        label: '// דוגמה',
        lines: [
          [
            ['"דנה"', 'string'],
            [': ', 'punctuation'],
            ['5', 'number'],
          ],
        ],
      },
      [`╭─ // המגוד ${'─'.repeat(33)}╮`, `│ "הנד": 5${' '.repeat(35)}│`, `╰${'─'.repeat(44)}╯`],
    ],
    ['draws the branches of a tree to the left', { type: 'tree', lines: ['פרויקט', '  קובץ'] }, ['טקיורפ', 'ץבוק ─┘'].map(alignRight)],
    ['puts a badge before its text', { type: 'badge', label: '403', role: 'error', text: 'אסור' }, [alignRight('רוסא  403 ')]],
    ['joins Arabic letters', say('سلام', 'علي:'), [alignRight('ﻡﻼﺳ :ﻲﻠﻋ')]],
  ])('%s', async (_, block, rows) => {
    expect(await rowsOnScreen([block], 'rtl')).toEqual(rows);
  });
});

describe('a left-to-right story', () => {
  test.each<[name: string, block: Block, rows: readonly string[]]>([
    ['reorders a Hebrew name in a sentence', say('Hello, דנה כהן!', 'Agent:'), ['Agent: Hello, ןהכ הנד!']],
    ['starts a Hebrew sentence at the left', say('שלום, world!', 'Agent:'), ['Agent: !world ,םולש']],
    [
      'reorders each cell of a table by itself',
      table,
      ['םש         בצמ        הסרג', 'ישאר תרש   ליעפ       1.4.2', 'web        now יובכ   1.4.1'],
    ],
    [
      'closes the frame of a box',
      box,
      ['╭─────────────────────╮', '│ (v2.1) םיאבה םיכורב │', '│ .ןכומ               │', '╰─────────────────────╯'],
    ],
    ['puts a badge before its text', { type: 'badge', label: '403', role: 'error', text: 'אסור' }, [' 403  רוסא']],
  ])('%s', async (_, block, rows) => {
    expect(await rowsOnScreen([block], 'ltr')).toEqual(rows);
  });

  test('does not change a row without right-to-left text', () => {
    const row: Row = [{ text: 'one (two)', style: { role: 'text' }, at: 3 }];
    expect(reorderRow(row, 'ltr', 40)).toEqual(row);
  });
});

const unicode = bidiFactory();
const anyText = fc.string({ unit: fc.constantFrom(...Array.from('אבגדהםن ب123abc ,.!?()[]"-/@:$%+')), minLength: 1, maxLength: 30 });
const direction = fc.constantFrom<Direction>('ltr', 'rtl');

test('orders a text as the Unicode bidirectional algorithm does', () => {
  fc.assert(
    fc.property(anyText, direction, (text, base) => {
      fc.pre(text.trim() === text);
      const pieces = reorderRow([{ text, style: { role: 'text' }, at: 0 }], base, textWidth(text));
      const ordered = pieces.toSorted((a, b) => (a.column ?? 0) - (b.column ?? 0)).map((piece) => piece.text);
      expect(ordered.join('')).toBe(unicode.getReorderedString(text, unicode.getEmbeddingLevels(text, base)));
    }),
  );
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant('say' as const),
    who: anyText,
    role: fc.constant('agent' as const),
    text: fc.array(anyText, { minLength: 1, maxLength: 2 }),
    typed: fc.boolean(),
  }),
  fc.record({ type: fc.constant('shell' as const), prompt: anyText, command: anyText }),
  fc.record({ type: fc.constant('box' as const), lines: fc.array(anyText, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    type: fc.constant('table' as const),
    rows: fc.array(fc.array(anyText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('badge' as const),
    label: anyText,
    role: fc.constant('ok' as const),
    text: anyText,
    detail: fc.array(anyText, { maxLength: 1 }),
  }),
  fc.record({
    type: fc.constant('spinner' as const),
    frames: fc.constant(['◠', '◝']),
    role: fc.constant('warn' as const),
    text: anyText,
    done: fc.record({ ms: fc.constant(400), mark: fc.constant('✓'), role: fc.constant('ok' as const), text: anyText }),
  }),
);

test('gives the text of any row adjacent cells of its own inside the terminal', () => {
  fc.assert(
    fc.property(block, direction, fc.integer({ min: 30, max: 60 }), (each, base, cols) => {
      const ordered = terminalLayoutAt(timelineOf([each], base), stopAt(timelineOf([each], base), 0), cols).rows;
      const width = cols - 2;
      for (const row of ordered) {
        const cells = row.flatMap(({ column, text }, at) => {
          const from = column ?? runsWidth(row.slice(0, at));
          return Array.from({ length: textWidth(text) }, (_, cell) => from + cell);
        });
        expect(new Set(cells).size).toBe(cells.length);
        expect(Math.max(...cells)).toBeLessThan(width);
        expect(Math.min(...cells)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...cells) - Math.min(...cells) + 1).toBe(cells.length);
      }
    }),
    { numRuns: 300 },
  );
});

test('only ever appends output of any block, and typing ends with the same screen as skipping it', async () => {
  await fc.assert(
    fc.asyncProperty(
      block,
      direction,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
      async (each, base, fractions) => {
        const timeline = timelineOf([each], base);
        const stop = stopAt(timeline, 0);
        const layout = terminalLayoutAt(timeline, stop, COLS);
        const [played, skipped] = [createHeadlessTerminal(COLS), createHeadlessTerminal(COLS)];
        let written = '';
        for (const output of [
          ...fractions.toSorted((a, b) => a - b).map((fraction) => outputAt(layout, fraction * stop.playMs)),
          outputAt(layout, stop.playMs),
        ]) {
          expect(output.startsWith(written)).toBe(true);
          await writeChunks(played, [output.slice(written.length)]);
          written = output;
        }
        await writeChunks(skipped, [outputAt(layout)]);
        expect(bufferCells(played)).toEqual(bufferCells(skipped));
      },
    ),
    { numRuns: 60 },
  );
});

test('keeps the written order of the text for screen readers', () => {
  fc.assert(
    fc.property(anyText, direction, (text, base) => {
      const [row = []] = terminalLayoutAt(
        timelineOf([{ type: 'text', lines: [text] }], base),
        stopAt(timelineOf([{ type: 'text', lines: [text] }], base), 0),
        60,
      ).rows;
      expect(
        row
          .map((piece) => piece.logicalText ?? piece.text)
          .join('')
          .trim(),
      ).toBe(text.trim());
      expect(splitGraphemes(row.map((piece) => piece.text).join('')).length).toBe(splitGraphemes(text).length);
    }),
  );
});
