import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { makeFolder } from '../support/folder';

/** Copies a story and gives each step of its scenes a caption of its own. Returns the folder. */
async function withCaptions(story: string): Promise<string> {
  const folder = await makeFolder({});
  await cp(story, folder, { recursive: true });
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.json'))) {
    const scene = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as { kind?: string; steps?: object[] };
    if (!scene.kind || !scene.steps) continue;
    const steps = scene.steps.map((step, at) => ({ ...step, caption: `${scene.kind} ${at}` }));
    await writeFile(path.join(folder, name), JSON.stringify({ ...scene, steps }));
  }
  return folder;
}

test.each(['scenes', 'examples/product', 'examples/recording'])(
  'scenes of every kind in %s keep the captions of their steps',
  async (name) => {
    const { story } = await compileStory(await withCaptions(name));
    for (const { kind, steps } of story.scenes) expect(steps.map(({ caption }) => caption)).toEqual(steps.map((_, at) => `${kind} ${at}`));
  },
);

test('every stop of the demo has a caption, for a booth', async () => {
  const { story } = await compileStory('scenes');
  expect(story.scenes.flatMap(({ steps }) => steps).every(({ caption = '' }) => caption !== '')).toBe(true);
});
