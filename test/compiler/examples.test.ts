import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { compileStory } from '../../src/compiler/pipeline';
import { fillStory } from '../../src/core/variables';
import { createTimeline } from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';
import { main } from '../../src/cli/new';
import { makeFolder } from '../support/folder';

test.each(await readdir('examples'))('the story examples/%s compiles, and every stop can be counted', async (name) => {
  const { story } = await compileStory(path.join('examples', name));
  const timeline = createTimeline(fillStory(story), describeStep);
  expect(timeline.stops.length).toBeGreaterThan(2);
  for (const stop of timeline.stops) expect(stop.textLines.join('')).not.toMatch(/\{\{/u);
});

test('a new story plays at once, under its own name, with its schemas found', async () => {
  const folder = path.join(await makeFolder({}), 'my-talk');
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await main([folder]);
  const told = String(log.mock.lastCall);
  log.mockRestore();
  expect(told).toMatch(/SCENES.*my-talk.*npm run dev/u);
  const { story } = await compileStory(folder);
  expect(story.id).toBe('my-talk');
  for (const name of await readdir(folder)) {
    const { $schema } = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as { $schema: string };
    expect(JSON.parse(await readFile(path.resolve(folder, $schema), 'utf8')), name).toHaveProperty('title');
  }
});

test('a new story never writes over an old one, and says what a name may be', async () => {
  const folder = await makeFolder({ 'story.json': 'mine' });
  await expect(main([folder])).rejects.toThrow();
  expect(await readFile(path.join(folder, 'story.json'), 'utf8')).toBe('mine');
  await expect(main([`${folder}/`])).rejects.toThrow('is there already');
  await expect(main(['Bad Name'])).rejects.toThrow('"Bad Name" cannot be the folder’s name');
  await expect(main([])).rejects.toThrow('Usage');
});
