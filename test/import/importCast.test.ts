import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/import/cast';
import { makeFolder } from '../support/folder';

const CAST = ['{"version":2,"width":80,"height":24}', '[1,"o","$ "]', '[2,"o","ls\\r\\na\\r\\n$ "]'].join('\n');

test('refuses an id that another scene of the story has, and writes nothing', async () => {
  const folder = await makeFolder({
    'story.json': '{ "id": "talk", "scenes": ["first.json"] }',
    'first.json': '{ "kind": "terminal", "id": "redirect", "title": "T", "steps": [] }',
    'redirect.cast': CAST,
  });
  const before = await readdir(folder);
  await expect(run(path.join(folder, 'redirect.cast'), folder, { ask: false })).rejects.toThrow(
    'first.json has a scene with the id “redirect” already. Give the recording’s file another name, or use --out.',
  );
  expect(await readdir(folder)).toEqual(before);
});

test('replaces the scene of an earlier import of the same recording with --force', async () => {
  const folder = await makeFolder({ 'story.json': '{ "id": "talk", "scenes": [] }', 'ls.cast': CAST });
  await run(path.join(folder, 'ls.cast'), folder, { ask: false });
  const first = await readFile(path.join(folder, 'ls.json'), 'utf8');
  await run(path.join(folder, 'ls.cast'), folder, { ask: false, force: true });
  expect(await readFile(path.join(folder, 'ls.json'), 'utf8')).toBe(first);
});
