import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import manifest from '../../package.json';

const text = await readFile('llms.txt', 'utf8');

test('llms.txt has the form of llmstxt.org: title, summary, lists of links', () => {
  const lines = text.split('\n');
  expect(lines[0]).toBe('# Understudy');
  expect(lines[2]).toMatch(/^> /u);
  const lists = text.split(/^## .+$/mu).slice(1);
  expect(lists.length).toBeGreaterThan(1);
  for (const line of lists.flatMap((list) => list.split('\n')).filter(Boolean)) expect(line).toMatch(/^- \[[^\]]+\]\([^)]+\): ./u);
});

test('the package contains llms.txt and every file that it links to', () => {
  const isPackaged = (file: string) => manifest.files.some((each) => file === each || file.startsWith(`${each}/`));
  const targets = [...text.matchAll(/\]\(([^)]+)\)/gu)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(4);
  for (const file of ['llms.txt', ...targets]) expect(isPackaged(file), file).toBe(true);
  // `npm run prepack` makes lib.
  for (const file of targets.filter((each) => !each.startsWith('lib/'))) expect(existsSync(file), file).toBe(true);
});
