import * as decoder from '../../src/stage/decodeImages';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { StoryLoader } from '../../src/vite/storyLoader';
import { unusedPicturesPlugin } from '../../src/vite/unusedPicturesPlugin';

const BUILT_IN = path.resolve('src/kinds/comparison/kind.ts');

/** Returns the module that a page gets in place of a file; undefined for the file itself. */
async function loaded(file: string, images: readonly object[], kindModules: readonly string[]): Promise<string | undefined> {
  const source = { ready: () => Promise.resolve(), story: { scenes: [] }, images, kindModules } as unknown as StoryLoader;
  const { load } = unusedPicturesPlugin(source) as { load: { handler: (id: string) => Promise<string | undefined> } };
  return load.handler(path.resolve(file));
}

test.each(['src/kinds/parts/Picture.tsx', 'src/stage/decodeImages.ts'])('a story without pictures gets nothing of %s', async (file) => {
  expect(await loaded(file, [], [BUILT_IN])).toBeDefined();
  expect(await loaded(file, [{}], [BUILT_IN])).toBeUndefined();
  expect(await loaded(file, [], [BUILT_IN, './chart/kind.ts'])).toBeUndefined();
});

test('the replacement has every export', async () => {
  const code = (await loaded('src/stage/decodeImages.ts', [], [BUILT_IN])) ?? '';
  const replacement = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as typeof decoder;
  expect(Object.keys(replacement).toSorted()).toEqual(Object.keys(decoder).toSorted());
  expect(replacement.areDecoded([])).toBe(true);
  await replacement.decodeImages([]);
});
