import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { replaceFolder } from '../../src/cli/replaceFolder';
import { makeFolder } from '../support/folder';

const BUILT = '<meta name="understudy-build" content="1">';
const write = (draft: string): Promise<void> => writeFile(path.join(draft, 'index.html'), 'new');

test('the new files take the place of the old ones, all of them', async () => {
  const folder = await makeFolder({ 'dist/index.html': BUILT, 'dist/assets/old.js': '' });
  await replaceFolder(path.join(folder, 'dist'), path.join(folder, 'story'), write);
  expect(await readdir(folder)).toEqual(['dist']);
  expect(await readdir(path.join(folder, 'dist'))).toEqual(['index.html']);
});

test('a folder that does not exist is made', async () => {
  const folder = await makeFolder({});
  await replaceFolder(path.join(folder, 'deep/dist'), path.join(folder, 'story'), write);
  expect(await readFile(path.join(folder, 'deep/dist/index.html'), 'utf8')).toBe('new');
});

test('a web server can read the folder as it can any other', async () => {
  const folder = await makeFolder({});
  await replaceFolder(path.join(folder, 'dist'), path.join(folder, 'story'), write);
  await mkdir(path.join(folder, 'other'));
  const modes = await Promise.all(['dist', 'other'].map(async (name) => (await stat(path.join(folder, name))).mode));
  expect(modes[0]).toBe(modes[1]);
});

test('after an error everything is as before', async () => {
  const folder = await makeFolder({ 'dist/index.html': BUILT });
  const fail = async (draft: string): Promise<void> => {
    await write(draft);
    throw new Error('The story has problems.');
  };
  await expect(replaceFolder(path.join(folder, 'dist'), path.join(folder, 'story'), fail)).rejects.toThrow('The story has problems.');
  expect(await readdir(folder)).toEqual(['dist']);
  expect(await readFile(path.join(folder, 'dist/index.html'), 'utf8')).toBe(BUILT);
});

test.each([
  ['photos', 'holds files that no build wrote'],
  ['talk', 'the story lies in it'],
  ['.', 'the story lies in it'],
  ['notes.txt', 'is a file'],
])('%s is not replaced', async (out, message) => {
  const folder = await makeFolder({ 'photos/a.jpg': 'a', 'talk/story.json': '{}', 'notes.txt': 'n' });
  await expect(replaceFolder(path.join(folder, out), path.join(folder, 'talk'), write)).rejects.toThrow(message);
  expect(await readdir(folder)).toEqual(['notes.txt', 'photos', 'talk']);
});
