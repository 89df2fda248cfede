import path from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { ROOT } from '../project/project.mjs';
import type { StoryLoader } from './storyLoader.ts';

/** Types of blocks whose output views of built-in kinds use, such as the lists of a comparison. */
export const KEPT_TYPES: readonly string[] = ['text', 'list', 'code'];

const BLOCK_MODULE = /\/src\/blocks\/([a-z]+)\/block\.ts$/u;

/**
 * Leaves the definitions of terminal blocks out of a build whose story has none of their type. A story with kinds of its own keeps all,
 * since the code of those may print any. ADR 045
 */
export function unusedBlocksPlugin(source: StoryLoader): Plugin {
  return {
    name: 'understudy:unused-blocks',
    apply: 'build',

    load: {
      filter: { id: BLOCK_MODULE },
      async handler(id) {
        await source.ready();
        const [, type = ''] = BLOCK_MODULE.exec(id) ?? [];
        const { story, kindModules } = source;
        const builtIn = normalizePath(path.join(ROOT, 'src/kinds'));
        const hasOwnKind = kindModules.some((module) => !normalizePath(module).startsWith(builtIn));
        if (!story || hasOwnKind || KEPT_TYPES.includes(type) || hasBlock(story.scenes, type)) return undefined;
        return `export const ${type}Block = undefined;`;
      },
    },
  };
}

/** Whether an object of this `type` is anywhere in `value`. */
function hasBlock(value: unknown, type: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (value as { type?: unknown }).type === type || Object.values(value).some((each) => hasBlock(each, type));
}
