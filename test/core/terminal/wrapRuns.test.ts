import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsWidth, type TimedRun, type Row } from '../../../src/core/terminal/timedRun';
import { textWidth } from '../../../src/core/terminal/width';
import { wrapRuns } from '../../../src/core/terminal/wrapRuns';

const STYLES = [{ role: 'text' }, { role: 'ok', bold: true }, { role: 'user', typed: true }] as const;

const runsFrom = (alphabet: readonly string[]): fc.Arbitrary<TimedRun[]> =>
  fc.array(
    fc.record({
      text: fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 30 }),
      style: fc.constantFrom(...STYLES),
      at: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
const anyRuns = runsFrom(['a', 'b', 'c', 'é', '—', ' ', ' ', '.', '(', '日', '、', '💀']);
const latinRuns = runsFrom(['a', 'b', 'c', 'é', '-', '.', ' ', ' ']);
const anyWidth = fc.integer({ min: 10, max: 100 });
const anyIndent = fc.integer({ min: 0, max: 12 });

const textOf = (row: readonly TimedRun[]): string => row.map((run) => run.text).join('');
const withoutSpaces = (text: string): string => text.replaceAll(' ', '');
const indentOf = (hang: number, width: number): number => Math.min(hang, Math.max(0, width - 8));
const wrapText = (text: string, width: number, hang = 0): string[] =>
  wrapRuns([{ text, style: STYLES[0], at: 0 }], width, hang).map(textOf);
const SEED = { seed: 42, numRuns: 1000 };

test('no row is wider than the terminal', () => {
  fc.assert(
    fc.property(anyRuns, anyWidth, anyIndent, (line, width, hang) => {
      for (const row of wrapRuns(line, width, hang)) expect(runsWidth(row)).toBeLessThanOrEqual(width);
    }),
    SEED,
  );
});

test('keeps all text in order, except spaces where rows break', () => {
  fc.assert(
    fc.property(anyRuns, anyWidth, anyIndent, (line, width, hang) => {
      const rows = wrapRuns(line, width, hang);
      expect(withoutSpaces(rows.map(textOf).join(''))).toBe(withoutSpaces(textOf(line)));
      expect(rows.filter((row, index) => index > 0 && textOf(row).trim() === '')).toEqual([]);
    }),
    SEED,
  );
});

test('does not split words that fit on a row', () => {
  fc.assert(
    fc.property(latinRuns, anyWidth, anyIndent, (line, width, hang) => {
      const available = width - indentOf(hang, width);
      const split = (text: string): string[] => text.split(/ +/u).filter((word) => word !== '');
      const all = split(textOf(line));
      // A line keeps the spaces it begins with, and its first word stays beside them.
      const leading = /^ */u.exec(textOf(line))![0].length;
      fc.pre(all.every((word, index) => textWidth(word) <= Math.min(available, index === 0 ? width - leading : width)));
      expect(wrapRuns(line, width, hang).flatMap((row) => split(textOf(row)))).toEqual(all);
    }),
    SEED,
  );
});

test('keeps the style and the time of every character', () => {
  const styledCharacters = (row: Row): string[] =>
    row.flatMap(({ text, style, at }) => Array.from(withoutSpaces(text), (char) => `${char} ${JSON.stringify(style)} ${at}`));
  fc.assert(
    fc.property(anyRuns, anyWidth, anyIndent, (line, width, hang) => {
      expect(wrapRuns(line, width, hang).flatMap(styledCharacters)).toEqual(styledCharacters(line));
    }),
    SEED,
  );
});

test('indents rows after the first, and returns equal rows for equal lines', () => {
  fc.assert(
    fc.property(anyRuns, anyWidth, anyIndent, (line, width, hang) => {
      const rows = wrapRuns(line, width, hang);
      for (const row of rows.slice(1)) expect(textOf(row).startsWith(' '.repeat(indentOf(hang, width)))).toBe(true);
      expect(wrapRuns(structuredClone(line), width, hang)).toEqual(rows);
    }),
    SEED,
  );
});

test.each<[text: string, width: number, hang: number, rows: string[]]>([
  ['one two three', 13, 0, ['one two three']],
  ['one two three', 12, 0, ['one two', 'three']],
  ['one two three four', 11, 2, ['one two', '  three', '  four']],
  ['one  two', 4, 0, ['one', 'two']],
  ['abcdefghijklmnop', 10, 0, ['abcdefghij', 'klmnop']],
  ['日本語の文章です', 10, 0, ['日本語の文', '章です']],
  ['日本語の文、章です', 10, 0, ['日本語の', '文、章です']],
  ['「日本」「語の文」', 10, 0, ['「日本」', '「語の文」']],
  ['結帳服務已經上線，請確認。', 16, 0, ['結帳服務已經上', '線，請確認。']],
  ['結帳服務已經上線（測試環境）', 18, 0, ['結帳服務已經上線', '（測試環境）']],
  ['把 checkout 部署到 staging 環境', 14, 2, ['把 checkout 部', '  署到 staging', '  環境']],
  ['データベースのコピー', 12, 0, ['データベース', 'のコピー']],
])('wraps %j at %i cells', (text, width, hang, rows) => {
  expect(wrapText(text, width, hang)).toEqual(rows);
});
