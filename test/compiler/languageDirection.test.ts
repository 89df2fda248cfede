import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { webManifest } from '../../src/vite/siteFiles';
import { languageDirection } from '../../src/compiler/story/languageDirection';
import { makeFolder } from '../support/folder';
import { storyOf } from '../check/runRule';

test.each([
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['yi', 'rtl'],
  ['dv', 'rtl'],
  ['ku-Arab', 'rtl'],
  ['az-Arab', 'rtl'],
  ['en', 'ltr'],
  ['th', 'ltr'],
  ['hi', 'ltr'],
  ['ku', 'ltr'],
  ['he-Latn', 'ltr'],
  ['not a language', 'ltr'],
])('%s is written %s', (lang, direction) => {
  expect(languageDirection(lang)).toBe(direction);
});

test.each([
  [{ lang: 'he' }, 'rtl'],
  [{ lang: 'he', direction: 'ltr' }, undefined],
  [{ lang: 'en', direction: 'rtl' }, 'rtl'],
  [{}, undefined],
])('a story with %j has the direction %s', async (story, direction) => {
  const compiled = await compileStory(await makeFolder(storyOf({ story })));
  expect(compiled.story.direction).toBe(direction);
  expect(JSON.parse(webManifest(compiled.story).source as string)).toEqual(
    direction ? expect.objectContaining({ dir: direction }) : expect.not.objectContaining({ dir: expect.anything() }),
  );
});

test('reports another value than ltr and rtl with its position', async () => {
  const folder = await makeFolder(storyOf({ story: { direction: 'right' } }));
  await expect(compileStory(folder)).rejects.toThrow(/story\.json:14:15  direction: found "right", expected one of "ltr", "rtl"/u);
});
