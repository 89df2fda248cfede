import path from 'node:path';
import { expect, test } from 'vitest';
import * as panes from '../../src/core/panes';
import * as decoder from '../../src/stage/decodeImages';
import type { StoryLoader } from '../../src/vite/storyLoader';
import { unusedModulesPlugin } from '../../src/vite/unusedModulesPlugin';

const BUILT_IN = path.resolve('src/kinds/comparison/kind.ts');

/** Returns the module that a page gets in place of a file; undefined for the file itself. */
async function loaded(file: string, story: object, kindModules: readonly string[] = [BUILT_IN]): Promise<string | undefined> {
  const source = { ready: () => Promise.resolve(), story: { scenes: [{}] }, images: [], kindModules, ...story } as unknown as StoryLoader;
  const { load } = unusedModulesPlugin(source) as { load: { handler: (id: string) => Promise<string | undefined> } };
  return load.handler(path.resolve(file));
}

const PICTURES = { images: [{}] };
const PANES = { story: { scenes: [{}, { panes: [] }] } };
const OVER = { story: { scenes: [{}, { over: true }] } };

test.each([
  ['src/kinds/parts/Picture.tsx', [PICTURES], [PANES]],
  ['src/stage/decodeImages.ts', [PICTURES], [OVER]],
  ['src/stage/Panes.tsx', [PANES, OVER], [PICTURES, { story: { scenes: [{ over: false }] } }]],
  ['src/core/panes.ts', [PANES, OVER], [PICTURES]],
])('a story that does not need %s gets nothing of it', async (file, needing, others) => {
  for (const story of [{}, ...others]) expect(await loaded(file, story)).toBeDefined();
  for (const story of needing) expect(await loaded(file, story)).toBeUndefined();
  expect(await loaded(file, {}, [BUILT_IN, './chart/kind.ts'])).toBeUndefined();
});

test.each<[file: string, module: object]>([
  ['src/stage/decodeImages.ts', decoder],
  ['src/core/panes.ts', panes],
])('the replacement of %s has every export', async (file, module) => {
  const code = (await loaded(file, {})) ?? '';
  const replacement = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as object;
  expect(Object.keys(replacement).toSorted()).toEqual(Object.keys(module).toSorted());
});
