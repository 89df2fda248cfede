import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countParts, PARTS_PER_PAGE, writeGeneratedTalk } from '../../bench/generatedTalk';
import { compileStory } from '../../src/compiler/compileStory';

const SIZE = { pages: 4, pictures: 2, slides: 4 };

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'understudy-talk-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('generates a valid talk of pages, pictures and slides by turns, with a marker for each stop that shows text', async () => {
  const markers = await writeGeneratedTalk(folder, SIZE);
  const { story } = await compileStory(folder);
  const ids = story.scenes.map(({ id }) => id).join(' ');
  expect(ids).toBe('slide-0 page-0 picture-0 slide-1 page-1 slide-2 page-2 picture-1 slide-3 page-3');
  const withText = story.scenes.flatMap(({ kind, steps }) => steps.map(() => kind !== 'image'));
  expect(markers.map((marker) => marker !== undefined)).toEqual(withText);
  const shown = markers.filter((marker) => marker !== undefined);
  expect(new Set(shown).size).toBe(shown.length);
});

test('gives each page its number of parts and four steps that change something, and each picture about 500 kB', async () => {
  const page = JSON.parse(await readFile(path.join(folder, 'page-0.json'), 'utf8')) as { parts: unknown; steps: { set?: object }[] };
  expect(countParts(page.parts)).toBe(PARTS_PER_PAGE);
  expect(page.steps.map(({ set }) => set !== undefined)).toEqual([false, true, true, true]);
  const { size } = await stat(path.join(folder, 'picture-1.jpg'));
  expect(size).toBeGreaterThan(450_000);
  expect(size).toBeLessThan(650_000);
});
