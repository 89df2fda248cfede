import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { inlineScripts } from './contentSecurityPolicy.ts';

/** How hosts pack what travels, and how they do it. */
const COMPRESSORS = {
  gzip: (content: Uint8Array) => gzipSync(content).length,
  brotli: (content: Uint8Array) => brotliCompressSync(content).length,
};

type Compression = keyof typeof COMPRESSORS;

/** Bytes as they travel. */
type Size = Readonly<Record<Compression, number>>;

/** What the first stop needs. */
export interface Sizes {
  /** The page's own modules. */
  readonly entry: Size;
  /** The chunk with xterm.js. */
  readonly terminal: Size;
  /** The story, which is as long as its author made it. */
  readonly story: Size;
  readonly css: Size;
  readonly boot: Size;
  /** All of these. */
  readonly firstStop: Size;
}

/** Most KiB each may have; the sizes that are left out may have any. */
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

/** Measures a built page, by what its index.html holds and loads. */
export async function measureSizes(dist: string): Promise<Sizes> {
  const page = await readFile(path.join(dist, 'index.html'), 'utf8');
  const tags = page.match(/<(?:script|link)\b[^>]*>/gu) ?? [];
  const size = async (pattern: RegExp, attribute: 'src' | 'href', except?: RegExp) => {
    const wanted = tags.filter((tag) => pattern.test(tag) && !except?.test(tag));
    const files = wanted.flatMap((tag) => new RegExp(`\\s${attribute}="([^"]*)"`, 'u').exec(tag)?.[1] ?? []);
    return sumSizes(await Promise.all(files.map(async (file) => compressedSize(await readFile(path.join(dist, file))))));
  };
  const [modules, shared, terminal, story] = await Promise.all([
    size(/type="module"/u, 'src'),
    size(/as="script"/u, 'href', /\b(?:terminal|story)-/u),
    size(/as="script".*\bterminal-/u, 'href'),
    size(/as="script".*\bstory-/u, 'href'),
  ]);
  const css = sumSizes(Array.from(page.matchAll(/<style>([\s\S]*?)<\/style>/gu), ([, text = '']) => compressedSize(Buffer.from(text))));
  const boot = sumSizes(inlineScripts(page).map((code) => compressedSize(Buffer.from(code))));
  const entry = sumSizes([modules, shared]);
  return { entry, terminal, story, css, boot, firstStop: sumSizes([entry, terminal, story, css, boot]) };
}

/** A line for each size, with its budget. */
export function formatSizes(sizes: Sizes, budget: Budget): string {
  return sizeNames(sizes)
    .map((name) => {
      const parts = compressions().map((packing) => {
        const limit = budget[name]?.[packing];
        const most = limit === undefined ? '' : ` of ${String(limit).padStart(3)}`;
        return `${(sizes[name][packing] / KIB).toFixed(1).padStart(6)} KiB ${packing}${most.padEnd(7)}`;
      });
      return `  ${LABELS[name].padEnd(17)}${parts.join('  ')}${isOver(sizes, budget, name) ? ' too much' : ''}`.trimEnd();
    })
    .join('\n');
}

/** What is over its budget, by name. */
export function overBudget(sizes: Sizes, budget: Budget): string[] {
  return sizeNames(sizes)
    .filter((name) => isOver(sizes, budget, name))
    .map((name) => LABELS[name]);
}

function isOver(sizes: Sizes, budget: Budget, name: keyof Sizes): boolean {
  return compressions().some((packing) => sizes[name][packing] > (budget[name]?.[packing] ?? Infinity) * KIB);
}

function compressedSize(content: Uint8Array): Size {
  return { gzip: COMPRESSORS.gzip(content), brotli: COMPRESSORS.brotli(content) };
}

function sumSizes(sizes: readonly Size[]): Size {
  return { gzip: sum(sizes.map(({ gzip }) => gzip)), brotli: sum(sizes.map(({ brotli }) => brotli)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function compressions(): Compression[] {
  return Object.keys(COMPRESSORS) as Compression[];
}

function sizeNames(sizes: Sizes): (keyof Sizes)[] {
  return Object.keys(sizes) as (keyof Sizes)[];
}
