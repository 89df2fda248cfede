import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeFiles, writeIntoStory } from '../../src/import/writeImport';
import { makeFolder, SCENE, STORY } from '../support/folder';

const files = (folder: string, ...names: string[]): Map<string, string> =>
  new Map(names.map((name) => [path.join(folder, name), `new ${name}`]));

test('writes all files and lists the scene', async () => {
  const folder = await makeFolder({ 'story.json': STORY, 'a.json': SCENE });
  await writeIntoStory(folder, files(folder, 'b.json', 'b.cast'), { scenes: ['b.json'] }, {});
  expect((await readdir(folder)).toSorted()).toEqual(['a.json', 'b.cast', 'b.json', 'story.json']);
  expect(await readFile(path.join(folder, 'story.json'), 'utf8')).toBe(STORY.replace('["a.json"]', '["a.json", "b.json"]'));
});

test('replaces files with force only', async () => {
  const folder = await makeFolder({ 'b.json': 'old', 'story.json': STORY });
  await expect(writeIntoStory(folder, files(folder, 'c.json', 'b.json'), { scenes: ['b.json'] }, {})).rejects.toThrow(
    /b\.json is there already\. Write it with --force, or elsewhere with --out\./u,
  );
  expect((await readdir(folder)).toSorted()).toEqual(['b.json', 'story.json']);
  expect(await readFile(path.join(folder, 'story.json'), 'utf8')).toBe(STORY);
  await writeFiles(files(folder, 'b.json'), { force: true });
  expect(await readFile(path.join(folder, 'b.json'), 'utf8')).toBe('new b.json');
});

test('writes nothing if one of the files cannot be written', async () => {
  const folder = await makeFolder({ 'story.json': STORY, file: '' });
  const wanted = files(folder, 'b.json', 'file/b.cast');
  await expect(writeIntoStory(folder, wanted, { scenes: ['b.json'] }, { force: true })).rejects.toThrow(/ENOTDIR|EEXIST/u);
  expect((await readdir(folder)).toSorted()).toEqual(['file', 'story.json']);
});

test('puts everything back if a move fails', async () => {
  const folder = await makeFolder({ 'b.json': 'old', 'story.json': STORY });
  // The folder stands where the old file is to be kept for the time of the move.
  const [blocked] = [path.join(folder, `.story.json.${process.pid}.old`)];
  await mkdir(blocked);
  await writeFile(path.join(blocked, 'x'), '');
  await expect(writeIntoStory(folder, files(folder, 'b.json', 'c.json'), { scenes: ['b.json'] }, { force: true })).rejects.toThrow(
    /EISDIR|ENOTEMPTY|ENOTDIR|EEXIST/u,
  );
  expect(await readFile(path.join(folder, 'b.json'), 'utf8')).toBe('old');
  expect(await readFile(path.join(folder, 'story.json'), 'utf8')).toBe(STORY);
  expect((await readdir(folder)).filter((name) => !name.startsWith('.story'))).toEqual(['b.json', 'story.json']);
});
