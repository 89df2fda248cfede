import { describe, expect, it } from 'vitest';
import { highlight, type CodeMark } from '../../src/compiler/story/highlight';
import { lineComments, repeatedMarkerCss, splitTokens } from '../../src/core/lineComments';
import { createElements } from '../../src/core/terminal/elements';
import type { TerminalElement } from '../../src/core/terminal/timedRun';
import { layoutElements } from '../../src/core/terminal/layoutElements';
import { instantScheduler } from '../../src/core/terminal/outputScheduler';

const WORDS = 'once it has been read it is kept in memory only, never on disk, and renewed before it expires';

/** Returns a function from terminal columns to the rows inside the frame of the code. */
async function wrapCode(text: string, lang: string, mark?: readonly CodeMark[]): Promise<(width: number) => string[]> {
  const elements = createElements([{ type: 'code', lines: await highlight(text, lang, mark) }], instantScheduler);
  return (width) => rowsInFrame(elements, width);
}

function rowsInFrame(elements: readonly TerminalElement[], width: number): string[] {
  const rows = layoutElements(elements, width).map((row) => row.map((piece) => piece.text).join(''));
  return rows.slice(1, -1).map((row) => row.slice(2, -2).trimEnd());
}

/** A language and the marker of its line comments. */
const MARKERS = [
  ['js', '//'],
  ['jsonc', '//'],
  ['rust', '///'],
  ['python', '#'],
  ['yaml', '#'],
  ['bash', '##'],
  ['sql', '--'],
  ['haskell', '--'],
  ['lua', '--'],
  ['ini', ';'],
  ['clojure', ';;'],
  ['latex', '%'],
  ['viml', '"'],
  ['vb', "'"],
  ['fortran-free-form', '!'],
] as const;

describe('a comment that wraps', () => {
  it.each(MARKERS)('repeats its marker on every row in %s: %s', async (lang, marker) => {
    for (const indent of ['', '    ']) {
      const rowsAt = await wrapCode(`${indent}${marker} ${WORDS}`, lang);
      for (const width of [30, 44, 90]) {
        const rows = rowsAt(width);
        expect(rows.length).toBeGreaterThan(1);
        for (const row of rows) expect(row.startsWith(`${indent}${marker} `), row).toBe(true);
        expect(rows.map((row) => row.slice(indent.length + marker.length + 1)).join(' ')).toBe(WORDS);
        for (const row of rows) expect(row.length).toBeLessThanOrEqual(width - 4);
      }
    }
  });

  it.each([
    ['js', 'const token = 1;', '//'],
    ['python', 'token = 1', '#'],
    ['sql', 'SELECT 1;', '--'],
  ])('repeats its marker, indented, after code in %s, and no row ends with a marker', async (lang, code, marker) => {
    const rowsAt = await wrapCode(`${code} ${marker} ${WORDS}`, lang);
    for (let width = 26; width < 60; width += 1) {
      const [first = '', ...rest] = rowsAt(width);
      for (const row of rest) expect(row.startsWith(`  ${marker} `), row).toBe(true);
      expect(first.endsWith(marker), first).toBe(false);
      expect(
        [first.slice(code.length).replace(marker, ''), ...rest.map((row) => row.slice(marker.length + 2))]
          .join(' ')
          .trim()
          .replaceAll(/\s+/gu, ' '),
      ).toBe(WORDS);
    }
  });

  it('repeats its marker when words in it have roles', async () => {
    const rows = (
      await wrapCode(`x(); // ${WORDS}`, 'js', [
        { text: 'memory', role: 'error' },
        { text: 'never on disk', role: 'ok' },
      ])
    )(44);
    expect(rows.slice(1).every((row) => row.startsWith('  // '))).toBe(true);
  });

  it.each([
    ['js', `/* ${WORDS}\n# ${WORDS}\n-- ${WORDS} */\n// end`],
    ['lua', `--[[ ${WORDS} ]]`],
    ['html', `<!-- ${WORDS} -->`],
    ['jsonc', `{ "# of stops": "// ${WORDS}" }`],
  ])('has no marker to repeat for block comments and strings in %s', async (lang, text) => {
    const lines = await highlight(text, lang);
    const found = lineComments(lines);
    expect(found.map((each) => each?.marker)).toEqual(text.split('\n').map((line) => (line === '// end' ? '// ' : undefined)));
  });
});

describe('splitTokens', () => {
  it('splits a line at any offset without losing text', () => {
    const tokens = [
      ['ab', 'text'],
      ['cd', 'key'],
      ['e', 'comment'],
    ] as const;
    for (let at = 0; at <= 6; at += 1) {
      const [before, after] = splitTokens(tokens, at);
      expect(before.map(([text]) => text).join('')).toBe('abcde'.slice(0, at));
      expect([...before, ...after].map(([text]) => text).join('')).toBe('abcde');
    }
    expect(splitTokens(tokens, 3)).toEqual([
      [
        ['ab', 'text'],
        ['c', 'key'],
      ],
      [
        ['d', 'key'],
        ['e', 'comment'],
      ],
    ]);
  });
});

describe('repeatedMarkerCss', () => {
  it('returns a CSS string with a line for each row the comment may take', () => {
    expect(repeatedMarkerCss('// ', 20)).toBe(String.raw`"\a // \a // \a // "`);
    expect(repeatedMarkerCss('" ', 1)).toBe(String.raw`"\a \" "`);
  });
});
