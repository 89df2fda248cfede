import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the first stop needs, in bytes as they travel (gzip). */
export interface Sizes {
  /** The page's own modules. */
  readonly entry: number;
  /** The chunk with xterm.js. */
  readonly terminal: number;
  readonly css: number;
  readonly boot: number;
  /** All of these. */
  readonly firstStop: number;
}

/** Most KiB each may have; the sizes that are left out may have any. */
export type Budget = Partial<Readonly<Record<keyof Sizes, number>>>;

const KIB = 1024;

const LABELS: Readonly<Record<keyof Sizes, string>> = {
  entry: 'entry',
  terminal: 'terminal chunk',
  css: 'CSS',
  boot: 'boot script',
  firstStop: 'first stop needs',
};

/** Measures a built page, by what its index.html loads. */
export async function measure(dist: string): Promise<Sizes> {
  const page = await readFile(path.join(dist, 'index.html'), 'utf8');
  const size = async (pattern: RegExp, attribute: 'src' | 'href') => {
    const tags = page.match(/<(?:script|link)\b[^>]*>/gu) ?? [];
    const files = tags.filter((tag) => pattern.test(tag)).map((tag) => new RegExp(`${attribute}="([^"]*)"`, 'u').exec(tag)?.[1]);
    const sizes = files.map(async (file) => (file ? gzipSync(await readFile(path.join(dist, file))).length : 0));
    return (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
  };
  const [modules, preloads, terminal, css, boot] = await Promise.all([
    size(/type="module"/u, 'src'),
    size(/rel="modulepreload"/u, 'href'),
    size(/rel="modulepreload".*\bterminal-/u, 'href'),
    size(/rel="stylesheet"/u, 'href'),
    size(/^<script(?!.*type="module")/u, 'src'),
  ]);
  const entry = modules + preloads - terminal;
  return { entry, terminal, css, boot, firstStop: entry + terminal + css + boot };
}

/** A line for each size, with its budget. */
export function report(sizes: Sizes, budget: Budget): string {
  return names(sizes)
    .map((name) => {
      const limit = budget[name];
      const most = limit === undefined ? '' : ` of ${String(limit).padStart(3)}${isOver(sizes, budget, name) ? '  too much' : ''}`;
      return `  ${LABELS[name].padEnd(18)}${(sizes[name] / KIB).toFixed(1).padStart(6)} KiB gzip${most}`;
    })
    .join('\n');
}

/** What is over its budget, by name. */
export function overBudget(sizes: Sizes, budget: Budget): string[] {
  return names(sizes)
    .filter((name) => isOver(sizes, budget, name))
    .map((name) => LABELS[name]);
}

function isOver(sizes: Sizes, budget: Budget, name: keyof Sizes): boolean {
  return sizes[name] > (budget[name] ?? Infinity) * KIB;
}

function names(sizes: Sizes): (keyof Sizes)[] {
  return Object.keys(sizes) as (keyof Sizes)[];
}
