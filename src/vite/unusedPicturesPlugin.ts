import path from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { ROOT } from '../project/project.mjs';
import type { StoryLoader } from './storyLoader.ts';

/** Modules that only stories with pictures need, by their path in src, and what others get in their place. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  'kinds/parts/Picture.tsx': 'export const Picture = () => null;',
  'stage/decodeImages.ts':
    'const done = () => Promise.resolve();\n' +
    'export const areDecoded = () => true;\nexport { done as decodeImages, done as decodeElements };',
};

/** Leaves out of a build what shows and decodes pictures if the story has none. A story with kinds of its own keeps it. ADR 043 */
export function unusedPicturesPlugin(source: StoryLoader): Plugin {
  return {
    name: 'understudy:unused-pictures',
    apply: 'build',

    load: {
      filter: { id: /\/src\/(?:kinds\/parts\/Picture\.tsx|stage\/decodeImages\.ts)$/u },
      async handler(id) {
        await source.ready();
        const builtIn = normalizePath(path.join(ROOT, 'src/kinds'));
        const hasOwnKind = source.kindModules.some((module) => !normalizePath(module).startsWith(builtIn));
        if (!source.story || hasOwnKind || source.images.length > 0) return undefined;
        return REPLACEMENTS[Object.keys(REPLACEMENTS).find((file) => id.endsWith(file)) ?? ''];
      },
    },
  };
}
