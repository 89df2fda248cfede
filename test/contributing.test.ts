import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../package.json';

const text = readFileSync('CONTRIBUTING.md', 'utf8');

/** Returns the first groups of all matches of `pattern`, each once. */
const matches = (pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, group = '']) => group))];

/** Names of the examples, which do not exist. */
const EXAMPLES = /notice|Notice|note\/|titles/u;

test('every file that it names exists', () => {
  const files = matches(/(?:`|\]\(|unit |dom |playwright test )((?:src|test|docs|examples|\.github)\/[\w./-]+)/gu);
  expect(files.length).toBeGreaterThan(25);
  expect(files.filter((file) => !EXAMPLES.test(file) && !existsSync(file))).toEqual([]);
});

test('every script that it names exists', () => {
  const scripts = matches(/npm run ([\w:]+)/gu);
  expect(scripts.length).toBeGreaterThan(8);
  expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
});

test('every test that its commands select exists', () => {
  const commands = [...text.matchAll(/(test\/[\w./-]+\.(?:test|spec)\.tsx?)[^|]*-[tg] '([^']+)'/gu)];
  expect(commands.length).toBeGreaterThan(1);
  for (const [, file = '', name = ''] of commands) expect(readFileSync(file, 'utf8'), file).toContain(name);
});
