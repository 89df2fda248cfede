import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isUnlisted, writeStarterScene } from '../../src/capture/captureFolder';
import { schema } from '../../src/kinds/snapshot/schema';
import { makeFolder } from '../support/folder';

const state = (id: string, title: string) => ({ id, title, file: `${id}.html`, address: '', scroll: [0, 0] as const });
const index = {
  version: 1,
  address: '',
  width: 1280,
  height: 800,
  states: [state('a', 'Home'), state('b', 'Home'), state('c', '')],
} as const;
const STORY = '{ "$schema": "../story.schema.json", "scenes": ["other.json"] }';

test('a scene to begin with fits the schema, and its steps can be told apart', async () => {
  const folder = await makeFolder({ 'story.json': STORY });
  const file = await writeStarterScene(path.join(folder, 'My shop'), index, true);
  const scene = JSON.parse(await readFile(file!, 'utf8')) as Record<string, unknown>;
  expect(schema.safeParse(scene).error).toBeUndefined();
  expect(scene).toMatchObject({ $schema: '../scene.schema.json', id: 'my-shop', capture: 'My shop', look: { theme: 'dark' } });
  expect((scene['steps'] as { title: string }[]).map(({ title }) => title)).toEqual(['Home', 'Home (b)', 'c']);
  expect(await isUnlisted(file!)).toBe(true);
  expect(await isUnlisted(path.join(folder, 'other.json'))).toBe(false);
});

test('a scene that is there stays as it is', async () => {
  const folder = await makeFolder({ 'shop.json': 'mine' });
  expect(await writeStarterScene(path.join(folder, 'shop'), index, false)).toBeUndefined();
  expect(await readFile(path.join(folder, 'shop.json'), 'utf8')).toBe('mine');
  expect(await isUnlisted(path.join(folder, 'shop.json'))).toBe(false);
});
