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

test.each([
  ['src/kinds/registry.ts', ['kinds']],
  ['src/blocks/registry.ts', ['BLOCKS']],
  ['src/blocks/BlockText.tsx', ['TEXTS', 'Lines']],
  ['src/core/keymap.ts', ['KeyAction', 'KEYMAP']],
  ['src/core/show.ts', ['applyCommand', 'moveTo']],
  ['src/core/speakerProtocol.ts', ['REMOTE_ACTIONS']],
  ['src/speaker/bindSpeakerKeys.ts', ['LOCAL_ACTIONS']],
  ['src/check/rules.ts', ['checkRules']],
  ['test/core/keymap.test.ts', ['EXPECTED']],
])('%s declares what it says to change', (file, names) => {
  for (const name of names) {
    expect(text).toContain(name);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`\\b(?:const|function|type) ${name}\\b`, 'u'));
  }
});
