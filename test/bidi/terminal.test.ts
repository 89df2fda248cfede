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

/** A row that ends at the right edge. */
const end = (row: string): string => row.padStart(COLS - 2);

/** A story of one stop that prints `blocks`. */
function storyOf(blocks: readonly Block[], direction: Direction): Timeline {
  return createTimeline({ ...fakeStory([[fakeStep({ blocks })]]), ...(direction === 'rtl' && { direction }) }, describeFake, bidi);
}

/** What a terminal shows of `blocks`, from left to right, without the margin. */
async function shown(blocks: readonly Block[], direction: Direction, cols = COLS): Promise<readonly string[]> {
  const timeline = storyOf(blocks, direction);
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

describe('a story from right to left', () => {
  test.each<[name: string, block: Block, rows: readonly string[]]>([
    ['a command stands from left to right, a name in it does not', shell, ['~/project $ greet --name "ןהכ הנד" --lang he']],
    ['a sentence ends at the left, its label is at the right', say('שלום, world! מה שלומך?'), [end('?ךמולש המ !world ,םולש :ןכוס')]],
    [
      'lines after the first hang below its words',
      say('שלום לכולם, ברוכים הבאים למערכת החדשה ללא כל צורך'),
      [end('השדחה תכרעמל םיאבה םיכורב ,םלוכל םולש :ןכוס'), end('ךרוצ לכ אלל      ')],
    ],
    [
      'a table begins at the right, and its columns stand',
      table,
      [end('הסרג        בצמ         םש'), end('1.4.2       ליעפ   ישאר תרש'), end('1.4.1   now יובכ        web')],
    ],
    [
      'a frame is closed',
      box,
      ['╭─────────────────────╮', '│ (v2.1) םיאבה םיכורב │', '│               .ןכומ │', '╰─────────────────────╯'].map(end),
    ],
    [
      'paths, options and names with signs keep together',
      { type: 'text', lines: ['נשמר ב- ~/a/b.txt', 'הוסיפו --help או C++.'] },
      ['~/a/b.txt -ב רמשנ', '.C++ וא --help ופיסוה'].map(end),
    ],
    ['words in another language stand as they do elsewhere', { type: 'text', lines: ['Done in 2 s.'] }, ['Done in 2 s.']],
    [
      'code stands from left to right, token by token',
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
    ['a tree branches to the left', { type: 'tree', lines: ['פרויקט', '  קובץ'] }, ['טקיורפ', 'ץבוק ─┘'].map(end)],
    ['a tag comes before its words', { type: 'badge', label: '403', role: 'error', text: 'אסור' }, [end('רוסא  403 ')]],
    ['Arabic letters join', say('سلام', 'علي:'), [end('ﻡﻼﺳ :ﻲﻠﻋ')]],
  ])('%s', async (_, block, rows) => {
    expect(await shown([block], 'rtl')).toEqual(rows);
  });
});

describe('a story from left to right', () => {
  test.each<[name: string, block: Block, rows: readonly string[]]>([
    ['a name in a sentence', say('Hello, דנה כהן!', 'Agent:'), ['Agent: Hello, ןהכ הנד!']],
    ['a sentence of its own begins where all do', say('שלום, world!', 'Agent:'), ['Agent: !world ,םולש']],
    [
      'cells change nothing around them',
      table,
      ['םש         בצמ        הסרג', 'ישאר תרש   ליעפ       1.4.2', 'web        now יובכ   1.4.1'],
    ],
    [
      'a frame is closed',
      box,
      ['╭─────────────────────╮', '│ (v2.1) םיאבה םיכורב │', '│ .ןכומ               │', '╰─────────────────────╯'],
    ],
    ['a tag comes before its words', { type: 'badge', label: '403', role: 'error', text: 'אסור' }, [' 403  רוסא']],
  ])('%s', async (_, block, rows) => {
    expect(await shown([block], 'ltr')).toEqual(rows);
  });

  test('rows without such text are left alone', () => {
    const row: Row = [{ text: 'one (two)', style: { role: 'text' }, at: 3 }];
    expect(reorderRow(row, 'ltr', 40)).toEqual(row);
  });
});

const unicode = bidiFactory();
const anyText = fc.string({ unit: fc.constantFrom(...Array.from('אבגדהםن ب123abc ,.!?()[]"-/@:$%+')), minLength: 1, maxLength: 30 });
const direction = fc.constantFrom<Direction>('ltr', 'rtl');

test('a text alone is ordered as the bidirectional algorithm orders it', () => {
  fc.assert(
    fc.property(anyText, direction, (text, base) => {
      fc.pre(text.trim() === text);
      const pieces = reorderRow([{ text, style: { role: 'text' }, at: 0 }], base, textWidth(text));
      const seen = pieces.toSorted((a, b) => (a.column ?? 0) - (b.column ?? 0)).map((piece) => piece.text);
      expect(seen.join('')).toBe(unicode.getReorderedString(text, unicode.getEmbeddingLevels(text, base)));
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

test('whatever is printed: no cell of a row holds two characters, none between them is left out, none is outside the terminal', () => {
  fc.assert(
    fc.property(block, direction, fc.integer({ min: 30, max: 60 }), (each, base, cols) => {
      const ordered = terminalLayoutAt(storyOf([each], base), stopAt(storyOf([each], base), 0), cols).rows;
      const width = cols - 2;
      for (const row of ordered) {
        const taken = row.flatMap(({ column, text }, at) => {
          const from = column ?? runsWidth(row.slice(0, at));
          return Array.from({ length: textWidth(text) }, (_, cell) => from + cell);
        });
        expect(new Set(taken).size).toBe(taken.length);
        expect(Math.max(...taken)).toBeLessThan(width);
        expect(Math.min(...taken)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...taken) - Math.min(...taken) + 1).toBe(taken.length);
      }
    }),
    { numRuns: 300 },
  );
});

test('whatever is printed: a later moment continues an earlier one, and typing ends with the picture of whoever skips it', async () => {
  await fc.assert(
    fc.asyncProperty(
      block,
      direction,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
      async (each, base, moments) => {
        const timeline = storyOf([each], base);
        const stop = stopAt(timeline, 0);
        const frame = terminalLayoutAt(timeline, stop, COLS);
        const [played, skipped] = [createHeadlessTerminal(COLS), createHeadlessTerminal(COLS)];
        let written = '';
        for (const output of [
          ...moments.toSorted((a, b) => a - b).map((part) => outputAt(frame, part * stop.playMs)),
          outputAt(frame, stop.playMs),
        ]) {
          expect(output.startsWith(written)).toBe(true);
          await writeChunks(played, [output.slice(written.length)]);
          written = output;
        }
        await writeChunks(skipped, [outputAt(frame)]);
        expect(bufferCells(played)).toEqual(bufferCells(skipped));
      },
    ),
    { numRuns: 60 },
  );
});

test('what is read aloud is what was written', () => {
  fc.assert(
    fc.property(anyText, direction, (text, base) => {
      const [row = []] = terminalLayoutAt(
        storyOf([{ type: 'text', lines: [text] }], base),
        stopAt(storyOf([{ type: 'text', lines: [text] }], base), 0),
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
