import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import coverage from '../../src/fonts/coverage.json' with { type: 'json' };

/** Files with tables of characters that authors may write. */
const TABLES = new Set(['src/core/searchStops.ts', 'src/core/terminal/splitWords.ts']);
/** Folders with texts of the interface; the others have texts of the build. */
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
).filter((file) => /\.(?:tsx?|css)$/u.test(file) && !/\b(?:schema|compile)(?:\.ts$|\/)/u.test(file) && !TABLES.has(file));

const RANGES = Object.values(coverage).flat();

/** Returns whether a bundled font has `char`; the families fall back to each other. */
function isBundled(char: string): boolean {
  const code = char.codePointAt(0)!;
  return RANGES.some(([from = 0, to = 0]) => code >= from && code <= to);
}

/** Returns the texts in a parsed module: literals, the fixed parts of templates, and JSX text. */
function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null || 'regex' in node) return [];
  const { type, value, ...rest } = node as { readonly type?: string; readonly value?: unknown };
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return [value];
  if (type === 'TemplateElement') return [(value as { readonly cooked: string }).cooked];
  return textsOf([value, ...Object.values(rest)]);
}

/** Returns the texts that a source file can show. */
function shownTexts(file: string, source: string): string[] {
  if (file.endsWith('.css'))
    return [...source.replaceAll(/\/\*.*?\*\//gsu, '').matchAll(/content:\s*'([^']*)'/gu)].map(([, text = '']) => text);
  return textsOf(parseSync(file, source).program);
}

/** Returns the characters that the bundled fonts lack, except invisible ones. */
function withoutGlyph(texts: readonly string[]): string[] {
  return [...new Set(texts.join(''))].filter((char) => !isBundled(char) && !/[\s\p{Cf}\p{Cc}]/u.test(char));
}

test('the bundled fonts have every character of the interface', () => {
  const missing = FILES.flatMap((file) => withoutGlyph(shownTexts(file, readFileSync(file, 'utf8'))).map((char) => `${file}: ${char}`));
  expect(missing).toEqual([]);
});

test('finds characters in texts, templates, elements and style sheets, but not in comments and patterns', () => {
  const source = "/* ❶ */ const a = '❷', b = `❸${a}❹`; const c = /❺/u; export const d = <p title=\"❻\">❼ {'\\u277D'}</p>;";
  expect(withoutGlyph(shownTexts('a.tsx', source))).toEqual(['❷', '❸', '❹', '❻', '❼', '❽']);
  expect(withoutGlyph(shownTexts('a.css', "/* content: '❶' */ .a::before { content: '❷ '; }"))).toEqual(['❷']);
});
