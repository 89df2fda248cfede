import type { Plugin } from 'vite';
import { overlayOf } from './overlay.ts';
import { toFault } from './story-fault.ts';
import type { StorySource } from './story-source';

const NAME = 'virtual:story';
const ID = `\0${NAME}`;

/**
 * Provides `virtual:story`. A story with faults stops the build; the dev server shows them over the page, which plays
 * the last good story on until they are put right.
 */
export function storyModule(source: StorySource): Plugin {
  let isBuild = false;
  return {
    name: 'understudy:story',

    configResolved({ command }) {
      isBuild = command === 'build';
    },

    configureServer(server) {
      overlayOf(server);
      server.watcher.add(source.folder);
    },

    resolveId: {
      filter: { id: /^virtual:story$/u },
      handler: () => ID,
    },

    load: {
      // oxlint-disable-next-line no-control-regex
      filter: { id: /^\0virtual:story$/u },
      async handler() {
        await source.ready();
        const { story, error, files } = source;
        if (error && (isBuild || !story)) this.error(toFault(error));
        if (isBuild) for (const file of files) this.addWatchFile(file);
        return `export const story = JSON.parse(${JSON.stringify(JSON.stringify(story))});`;
      },
    },

    async hotUpdate({ file, type, read, modules, server }) {
      if (!source.dependsOn(file)) return undefined;
      const { moduleGraph, hot, name } = this.environment;
      const module = moduleGraph.getModuleById(ID);
      const changed = module ? [...modules, module] : modules;
      if (name !== 'client') return changed;

      const { story, error } = source;
      // Editors empty a file before they write it; this waits for the new content.
      if (type === 'update') await read();
      await source.refresh(file);
      if (source.error) {
        overlayOf(server).show(source.error);
        return modules;
      }
      overlayOf(server).clear();
      if (!story) hot.send({ type: 'full-reload' });
      return !error && isSame(story, source.story) ? modules : changed;
    },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
