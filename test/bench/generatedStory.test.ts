import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STORY_SIZES, writeGeneratedStory } from '../../bench/generatedStory';
import { compileStory } from '../../src/compiler/compileStory';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'understudy-stories-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(STORY_SIZES)('generates a valid story of $label', async (size) => {
  const into = path.join(folder, size.label);
  await writeGeneratedStory(into, size);
  const { story } = await compileStory(into);
  expect(story.scenes).toHaveLength(size.scenes);
  expect(story.scenes.every(({ steps }) => steps.length === 10)).toBe(true);
});
