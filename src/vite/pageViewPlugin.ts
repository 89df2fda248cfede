import path from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from '../project/project.mjs';
import type { StoryLoader } from './storyLoader';

const PAGE_FOLDER = path.join(ROOT, 'src/kinds/page');
/** Prefix of a module that adds a style sheet when it runs. */
const STYLE = '\0page-style:';

/**
 * Provides `virtual:page-view`, the view of pages made of parts. In the build of a story that begins with something else it is in a
 * chunk of its own with its style sheets, which the first stop does not load.
 */
export function pageViewPlugin(source: StoryLoader): Plugin {
  let isSite = false;
  const isLazy = (): boolean => {
    const [first] = source.story?.scenes ?? [];
    return isSite && first !== undefined && ![first, ...(first.panes ?? []).map(({ scene }) => scene)].some((scene) => 'parts' in scene);
  };
  return {
    name: 'understudy:page-view',
    enforce: 'pre',

    configResolved({ command, mode }) {
      isSite = command === 'build' && mode !== 'standalone';
    },

    async resolveId(id, importer) {
      if (id === 'virtual:page-view') {
        await source.ready();
        return path.join(PAGE_FOLDER, isLazy() ? 'LazyPageView.tsx' : 'PageView.tsx');
      }
      const isPageStyle = id.endsWith('.css') && (importer === '\0virtual:part-views' || importer?.startsWith(PAGE_FOLDER));
      return isPageStyle && isLazy() ? `${STYLE}${path.resolve(path.dirname(importer ?? ''), id)}.js` : undefined;
    },

    load(id) {
      if (!id.startsWith(STYLE)) return undefined;
      const file = id.slice(STYLE.length, -'.js'.length);
      const add = JSON.stringify(path.join(PAGE_FOLDER, 'addStyles.ts'));
      return {
        code: `import css from ${JSON.stringify(`${file}?inline`)};\nimport { addStyles } from ${add};\naddStyles(css);`,
        moduleSideEffects: true,
      };
    },
  };
}
