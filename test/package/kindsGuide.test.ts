import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

/** The code of docs/kinds.md: each block is labelled with a file of examples/chart, which `npm run types` compiles. */
const snippets = [...(await readFile('docs/kinds.md', 'utf8')).matchAll(/^```tsx?(.*)\n([\s\S]*?)\n```$/gmu)];

test('the guide to kinds has code for every part', () => {
  expect(snippets.length).toBeGreaterThan(5);
});

test.each(snippets.map(([, file = '', code = '']) => [file.trim(), code] as const))('%s is as in examples/chart', async (file, code) => {
  expect(await readFile(path.join('examples/chart', file), 'utf8')).toContain(code);
});
