import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { checkProjectPath } from '../../src/project/requirements.mjs';
import { makeFolder } from '../support/folder';

const at = (...names: readonly string[]): string => path.join(path.sep, ...names);

test.each([at('home', 'a b'), at('home', '50% [done] (new) {x}'), at('home', 'ünï 日本')])('accepts a project in %s', (root) => {
  expect(() => checkProjectPath(root)).not.toThrow();
});

test.each([
  [at('home', 'talk #2', 'demo'), '"#" in its name. Rename the folder "talk #2"'],
  [at('home', 'why?'), '"?" in its name. Rename the folder "why?"'],
])('refuses a project in %s', (root, sentence) => {
  expect(() => checkProjectPath(root)).toThrow(sentence);
});

test.each([
  ['src/cli/understudy.mjs', ['build']],
  ['tools/run.mjs', ['tools/soak.ts']],
  ['tools/test.mjs', []],
])('%s reports it before it loads Vite', async (tool, args) => {
  const root = path.join(await makeFolder({}), 'talk #2');
  // The copy has no Vite, so importing it first would fail.
  for (const name of [tool, 'src/project']) cpSync(name, path.join(root, name), { recursive: true });
  const { status, stderr, stdout } = spawnSync(process.execPath, [path.join(root, tool), ...args], { cwd: root, encoding: 'utf8' });
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('cannot load files from a folder with "#" in its name')]);
  expect([status, stdout]).toEqual([1, '']);
});
