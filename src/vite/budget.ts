import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ROOT } from '../project/project.mjs';
import { inlineScripts } from './contentSecurityPolicy.ts';

const COMPRESSIONS = ['gzip', 'brotli'] as const;

/** Compressed size in bytes. */
type Size = Readonly<Record<(typeof COMPRESSIONS)[number], number>>;

/** Sizes of the files that the first stop loads. */
export interface Sizes {
  /** The page's own modules. */
  readonly entry: Size;
  /** The chunk with xterm.js. */
  readonly terminal: Size;
  readonly story: Size;
  readonly css: Size;
  readonly boot: Size;
  /** The sum of all others. */
  readonly firstStop: Size;
}

/** Limits in KiB. Sizes that are left out have no limit. */
export type Budget = Partial<Readonly<Record<keyof Sizes, Partial<Size>>>>;

const KIB = 1024;

const LABELS: Readonly<Record<keyof Sizes, string>> = {
  entry: 'entry',
  terminal: 'terminal chunk',
  story: 'story',
  css: 'CSS',
  boot: 'boot script',
  firstStop: 'first stop needs',
};
const NAMES = Object.keys(LABELS) as (keyof Sizes)[];

/** Measures what the index.html in `dist` contains and loads. */
export async function measureSizes(dist: string, base = './'): Promise<Sizes> {
  const page = await readFile(path.join(dist, 'index.html'), 'utf8');
  const tags = page.match(/<(?:script|link)\b[^>]*>/gu) ?? [];
  const sizeOf = async (pattern: RegExp, except?: RegExp) => {
    const matchingTags = tags.filter((tag) => pattern.test(tag) && !except?.test(tag));
    const files = matchingTags.flatMap((tag) => /\s(?:src|href)="([^"]*)"/u.exec(tag)?.[1] ?? []);
    return sumSizes(await Promise.all(files.map(async (file) => compressedSize(await readFile(path.join(dist, file.slice(base.length)))))));
  };
  const [modules, shared, terminal, story] = await Promise.all([
    sizeOf(/type="module"/u),
    sizeOf(/as="script"/u, /\b(?:terminal|story)-/u),
    sizeOf(/as="script".*\bterminal-/u),
    sizeOf(/as="script".*\bstory-/u),
  ]);
  const css = sumSizes(Array.from(page.matchAll(/<style>([\s\S]*?)<\/style>/gu), ([, text = '']) => compressedSize(text)));
  const boot = sumSizes(inlineScripts(page).map(compressedSize));
  const entry = sumSizes([modules, shared]);
  return { entry, terminal, story, css, boot, firstStop: sumSizes([entry, terminal, story, css, boot]) };
}

/** Formats a line for each size, with its limit. */
export function formatSizes(sizes: Sizes, budget: Budget): string {
  const over = overBudget(sizes, budget);
  return NAMES.map((name) => {
    const parts = COMPRESSIONS.map((compression) => {
      const limit = budget[name]?.[compression];
      const limitText = limit === undefined ? '' : ` of ${String(limit).padStart(3)}`;
      return `${(sizes[name][compression] / KIB).toFixed(1).padStart(6)} KiB ${compression}${limitText.padEnd(7)}`;
    });
    return `  ${LABELS[name].padEnd(17)}${parts.join('  ')}${over.includes(LABELS[name]) ? ' too much' : ''}`.trimEnd();
  }).join('\n');
}

/** Returns the labels of the sizes that are over their limit. */
export function overBudget(sizes: Sizes, budget: Budget): string[] {
  const isOver = (name: keyof Sizes): boolean =>
    COMPRESSIONS.some((compression) => sizes[name][compression] > (budget[name]?.[compression] ?? Infinity) * KIB);
  return NAMES.filter(isOver).map((name) => LABELS[name]);
}

function compressedSize(content: string | Uint8Array): Size {
  return { gzip: gzipSync(content).length, brotli: brotliCompressSync(content).length };
}

function sumSizes(sizes: readonly Size[]): Size {
  return sizes.reduce((sum, { gzip, brotli }) => ({ gzip: sum.gzip + gzip, brotli: sum.brotli + brotli }), { gzip: 0, brotli: 0 });
}

/** Reads the limits of a story's sizes: budget.json for the demo of the repository, none for any other story. */
export async function readBudget(storyFolder: string): Promise<Budget> {
  if (path.resolve(storyFolder) !== path.join(ROOT, 'scenes')) return {};
  return JSON.parse(await readFile(path.join(ROOT, 'budget.json'), 'utf8')) as Budget;
}
