import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Block } from '../../src/core/story';
import { kinds } from '../../src/kinds/builtIn';
import type { StoryLoader } from '../../src/vite/storyLoader';
import { KEPT_TYPES, unusedBlocksPlugin } from '../../src/vite/unusedBlocksPlugin';
import { blockSchema } from '../../src/schema/block';

const BLOCK_TYPES = blockSchema.options.map((option) => option.shape.type.value);

/** Returns the module that a page gets in place of a block's; undefined for the block's own. */
async function loaded(type: Block['type'], blocks: readonly object[], kindModules: readonly string[]): Promise<unknown> {
  const source = { ready: () => Promise.resolve(), story: { scenes: [{ steps: [{ blocks }] }] }, kindModules } as unknown as StoryLoader;
  const { load } = unusedBlocksPlugin(source) as { load: { handler: (id: string) => Promise<unknown> } };
  return load.handler(path.resolve(`src/blocks/${type}/block.ts`));
}

const builtIn = [path.resolve('src/kinds/terminal/kind.ts')];
const shell = { type: 'shell' };

test.each<[what: string, type: Block['type'], kindModules: readonly string[], isLeftOut: boolean]>([
  ['leaves out a block that the story has not', 'log', builtIn, true],
  ['keeps a block of the story', 'shell', builtIn, false],
  ['keeps a block that built-in views print', 'list', builtIn, false],
  ['keeps every block for a story with a kind of its own', 'log', [...builtIn, './chart/kind.ts'], false],
])('%s', async (_, type, kindModules, isLeftOut) => {
  expect(await loaded(type, [shell], kindModules)).toBe(isLeftOut ? `export const ${type}Block = undefined;` : undefined);
});

test('every block that a built-in kind prints by itself is kept', () => {
  const sources = kinds.map(({ name }) => readFileSync(`src/kinds/${name}/kind.ts`, 'utf8'));
  const types = sources.flatMap((source) => [...source.matchAll(/\btype: '([a-z]+)'/gu)].map(([, type = '']) => type));
  const printed = types.filter((type) => BLOCK_TYPES.some((each) => each === type));
  expect(printed).not.toEqual([]);
  for (const type of printed) expect(KEPT_TYPES).toContain(type);
});
