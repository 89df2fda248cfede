import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import coverage from '../../src/fonts/coverage.json' with { type: 'json' };

/** Tables of characters that authors and presenters may write. */
const TABLES = new Set(['src/core/searchStops.ts', 'src/core/terminal/splitWords.ts']);
/** Where the interface's own texts are: the rest of the source has texts for the build. */
const FOLDERS = [
  'app',
  'blocks',
  'core',
  'embed',
  'handout',
  'kinds',
  'loading',
  'overlays',
  'player',
  'prerender',
  'speaker',
  'stage',
  'styles',
  'terminal',
  'wire',
];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join('src', folder, name)),
).filter((file) => /\.(?:tsx?|css)$/u.test(file) && !file.endsWith('schema.ts') && !TABLES.has(file));

const RANGES = Object.values(coverage).flat();

/** Whether a font that comes with every page has `char`: those of pages and of the terminal lend to each other. */
function isBundled(char: string): boolean {
  const code = char.codePointAt(0)!;
  return RANGES.some(([from = 0, to = 0]) => code >= from && code <= to);
}

/** The texts in a parsed module: literals, the fixed parts of templates, and the words between JSX tags. */
function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null || 'regex' in node) return [];
  const { type, value, ...rest } = node as { readonly type?: string; readonly value?: unknown };
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return [value];
  if (type === 'TemplateElement') return [(value as { readonly cooked: string }).cooked];
  return textsOf([value, ...Object.values(rest)]);
}

/** The texts that a source file can show. */
function shownBy(file: string, source: string): string[] {
  if (file.endsWith('.css'))
    return [...source.replaceAll(/\/\*.*?\*\//gsu, '').matchAll(/content:\s*'([^']*)'/gu)].map(([, text = '']) => text);
  return textsOf(parseSync(file, source).program);
}

/** Characters without a glyph in the bundled fonts. What has none by nature, such as marks of direction, is left out. */
function withoutGlyph(texts: readonly string[]): string[] {
  return [...new Set(texts.join(''))].filter((char) => !isBundled(char) && !/[\s\p{Cf}\p{Cc}]/u.test(char));
}

test('the bundled fonts have every character that the interface prints of itself', () => {
  const missing = FILES.flatMap((file) => withoutGlyph(shownBy(file, readFileSync(file, 'utf8'))).map((char) => `${file}: ${char}`));
  expect(missing).toEqual([]);
});

test('characters in texts, templates, elements and style sheets are found, those in comments and patterns are not', () => {
  const source = "/* ❶ */ const a = '❷', b = `❸${a}❹`; const c = /❺/u; export const d = <p title=\"❻\">❼ {'\\u277D'}</p>;";
  expect(withoutGlyph(shownBy('a.tsx', source))).toEqual(['❷', '❸', '❹', '❻', '❼', '❽']);
  expect(withoutGlyph(shownBy('a.css', "/* content: '❶' */ .a::before { content: '❷ '; }"))).toEqual(['❷']);
});
