import { randomBytes } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { formatSizes, measureSizes, overBudget, readBudget } from '../../src/vite/budget';
import { makeFolder } from '../support/folder';

const PAGE = `<script data-story="a">boot()</script><script type="module" crossorigin src="./index-1.js"></script>
<link rel="preload" as="script" crossorigin href="./assets/terminal-1.js" /><link rel="preload" as="script" href="./shared-1.js">
<link rel="preload" as="script" href="./story-1.js">
<style>a{}</style><link rel="icon" href="./favicon.svg"><link rel="preload" as="font" href="./a.woff2">`;

/** Returns incompressible data of this size in KiB. */
const noise = (kib: number) => randomBytes(kib * 1024);

test('measures what the page loads for its first stop', async () => {
  const files = { 'index-1.js': noise(20), 'assets/terminal-1.js': noise(30), 'shared-1.js': noise(5), 'story-1.js': noise(7) };
  const parts = { ...files, boot: 'boot()', css: 'a{}' };
  const packed = (...names: (keyof typeof parts)[]) => ({
    gzip: names.reduce((sum, name) => sum + gzipSync(parts[name]).length, 0),
    brotli: names.reduce((sum, name) => sum + brotliCompressSync(parts[name]).length, 0),
  });
  const sizes = await measureSizes(await makeFolder({ 'index.html': PAGE, ...files }));
  expect(sizes).toEqual({
    entry: packed('index-1.js', 'shared-1.js'),
    terminal: packed('assets/terminal-1.js'),
    story: packed('story-1.js'),
    css: packed('css'),
    boot: packed('boot'),
    firstStop: packed('index-1.js', 'shared-1.js', 'assets/terminal-1.js', 'story-1.js', 'css', 'boot'),
  });
});

test('reports sizes over their limit', () => {
  const kib = (gzip: number, brotli: number) => ({ gzip: gzip * 1024, brotli: brotli * 1024 });
  const sizes = {
    entry: kib(120.1, 100),
    terminal: kib(80, 70),
    story: kib(0, 0),
    css: kib(0, 0),
    boot: kib(0, 0),
    firstStop: kib(200.1, 170),
  };
  expect(overBudget(sizes, { entry: { gzip: 120, brotli: 100 }, firstStop: { gzip: 220 } })).toEqual(['entry']);
  expect(overBudget(sizes, { entry: { gzip: 121, brotli: 99 } })).toEqual(['entry']);
  expect(overBudget(sizes, { entry: { gzip: 121, brotli: 100 } })).toEqual([]);
  expect(formatSizes(sizes, { entry: { gzip: 120 } })).toContain(
    'entry             120.1 KiB gzip of 120   100.0 KiB brotli        too much',
  );
});

test('limits the sizes of the demo and of no other story', async () => {
  expect(await readBudget('scenes')).toHaveProperty('firstStop.gzip');
  expect(await readBudget('examples/hello')).toEqual({});
});
