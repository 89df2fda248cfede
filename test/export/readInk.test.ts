import path from 'node:path';
import { expect, test } from 'vitest';
import { createInkFile } from '../../src/core/inkFile';
import { readInk } from '../../src/export/readInk';
import { makeFolder } from '../support/folder';

const screen = { width: 1920, height: 997, bar: 83, textScale: 1 };

test.each([
  ['no file', {}, /There is no file .*ink\.json\./u],
  ['a file that is not JSON', { 'ink.json': '{' }, /ink\.json is not JSON: /u],
  ['a file of another kind', { 'ink.json': '{"scenes": []}' }, /ink\.json cannot be used\. It is no ink/u],
  ['the ink of another story', { 'ink.json': JSON.stringify(createInkFile('other', screen, {})) }, /story "other"/u],
])('%s is reported before anything is built', async (_, files, message) => {
  const folder = await makeFolder({ 'story.json': '{"id": "demo"}', ...files });
  await expect(readInk(folder, path.join(folder, 'ink.json'))).rejects.toThrow(message);
});

test('the ink of the story is read', async () => {
  const ink = createInkFile('demo', screen, { 'a/0': [{ id: 'x', colour: 'blue', straight: false, points: [1, 2] }] });
  const folder = await makeFolder({ 'story.json': '{"id": "demo"}', 'ink.json': JSON.stringify(ink) });
  expect(await readInk(folder, path.join(folder, 'ink.json'))).toEqual(ink);
});
