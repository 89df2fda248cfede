import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { measure, overBudget, report } from '../../src/build/budget';
import { makeFolder } from './folder';

const PAGE = `<script src="./boot-1.js"></script><script type="module" crossorigin src="./index-1.js"></script>
<link rel="modulepreload" crossorigin href="./assets/terminal-1.js" /><link rel="modulepreload" href="./shared-1.js">
<link rel="stylesheet" href="./style-1.css"><link rel="icon" href="./favicon.svg"><link rel="preload" as="font" href="./a.woff2">`;

/** A file of about so many KiB that gzip cannot make smaller. */
const noise = (kib: number) => randomBytes(kib * 1024);

test('counts what the page loads for its first stop', async () => {
  const files = { 'boot-1.js': noise(1), 'index-1.js': noise(20), 'assets/terminal-1.js': noise(30), 'shared-1.js': noise(5), 'style-1.css': noise(4) };
  const bytes = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, gzipSync(content).length]));
  const sizes = await measure(await makeFolder({ 'index.html': PAGE, ...files }));
  expect(sizes).toEqual({
    entry: bytes['index-1.js']! + bytes['shared-1.js']!,
    terminal: bytes['assets/terminal-1.js'],
    css: bytes['style-1.css'],
    boot: bytes['boot-1.js'],
    firstStop: Object.values(bytes).reduce((sum, each) => sum + each, 0),
  });
});

test('says what is too much', () => {
  const sizes = { entry: 120.1 * 1024, terminal: 80 * 1024, css: 0, boot: 0, firstStop: 200.1 * 1024 };
  expect(overBudget(sizes, { entry: 120, firstStop: 220 })).toEqual(['entry']);
  expect(overBudget(sizes, { entry: 121, firstStop: 220 })).toEqual([]);
  expect(report(sizes, { entry: 120 })).toContain('entry              120.1 KiB gzip of 120  too much');
});
