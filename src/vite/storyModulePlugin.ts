import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Plugin, ViteDevServer } from 'vite';
import { inlineAssets } from './assetsPlugin.ts';
import { allScenes, isRecorded } from '../core/story.ts';
import { isRightToLeft } from '../core/direction.ts';
import { errorOverlayOf } from './errorOverlay.ts';
import { ROOT } from '../project/project.mjs';
import { toViteError } from './viteError.ts';
import type { StoryLoader } from './storyLoader';

/** The export of each module, by the module's id. The wire data is loaded later than the story. */
const EXPORT_NAMES = { '\0virtual:story': 'story', '\0virtual:wire': 'wire' } as const;

/** How long Vite may take to send an update that a plugin has answered for. */
const UPDATE_MS = 100;

/** Milliseconds after an update at which its file is looked at again: the watcher drops changes that follow another within 50 ms. */
const RECHECK_MS = 200;

type ModuleId = keyof typeof EXPORT_NAMES;
const MODULE_IDS = Object.keys(EXPORT_NAMES) as ModuleId[];

/**
 * Provides `virtual:story` and `virtual:wire`. Problems of the story stop the build. The dev server shows them over the page, which keeps
 * the last good story until they are fixed.
 */
export function storyModulePlugin(source: StoryLoader): Plugin {
  let isBuild = false;
  let isStandalone = false;
  return {
    name: 'understudy:story',

    configResolved({ command, mode }) {
      isBuild = command === 'build';
      isStandalone = mode === 'standalone';
    },

    configureServer(server) {
      errorOverlayOf(server);
      server.watcher.add(source.folder);
    },

    resolveId: { filter: { id: /^virtual:(?:story|wire)$/u }, handler: (name) => `\0${name}` },

    load: {
      // oxlint-disable-next-line no-control-regex
      filter: { id: /^\0virtual:(?:story|wire)$/u },
      async handler(id) {
        await source.ready();
        const { story, error, files } = source;
        if (error && (isBuild || !story)) this.error(toViteError(error));
        if (isBuild) for (const file of files) this.addWatchFile(file);
        const name = EXPORT_NAMES[id as ModuleId];
        const data = source[name];
        const json = JSON.stringify(data);
        const value =
          json === undefined ? 'undefined' : `JSON.parse(${JSON.stringify(isStandalone ? inlineAssets(json, source.assets) : json)})`;
        return `export const ${name} = ${value};\n${name === 'story' ? bidiExports(source) : ''}`;
      },
    },

    async hotUpdate({ file, type, read, modules, server }) {
      if (!source.dependsOn(file)) return undefined;
      const { moduleGraph, hot, name } = this.environment;
      const virtualModules = MODULE_IDS.flatMap((id) => moduleGraph.getModuleById(id) ?? []);
      if (name !== 'client') return [...modules, ...virtualModules];

      const changedAt = await timeOfChange(file);
      const { story, wire, error, kindModules, partTypes, skins } = source;
      // Some editors empty a file before they write it: read() waits for the content.
      if (type === 'update') await read();
      await source.recompile(file);
      reportMissedChange(file, changedAt, server);
      if (source.error) {
        const overlay = errorOverlayOf(server);
        overlay.show(source.error);
        // A view that cannot be drawn: the update of its module, which follows, removes the overlay.
        if (modules.length > 0) setTimeout(() => overlay.repeat(), UPDATE_MS);
        return modules;
      }
      errorOverlayOf(server).clear();
      // New kinds of scenes and parts of pages are loaded with the page.
      const isSameCode = isDeepStrictEqual([kindModules, partTypes, skins], [source.kindModules, source.partTypes, source.skins]);
      const codeModules = ['\0virtual:kinds', '\0virtual:part-views'].flatMap((id) => moduleGraph.getModuleById(id) ?? []);
      if (!isSameCode) for (const module of codeModules) moduleGraph.invalidateModule(module);
      if (!story || !isSameCode) hot.send({ type: 'full-reload' });
      const before = { story, wire };
      const isChanged = (key: 'story' | 'wire'): boolean => !isDeepStrictEqual(before[key], source[key]);
      return [...modules, ...virtualModules.filter(({ id }) => error || isChanged(EXPORT_NAMES[id as ModuleId]))];
    },
  };
}

async function timeOfChange(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.mtimeMs;
}

/** Tells the watcher of a change of a file since `before` that it has not seen, as it came right after the one that was handled. */
function reportMissedChange(file: string, before: number | undefined, { watcher }: ViteDevServer): void {
  setTimeout(() => {
    void timeOfChange(file).then((after) => {
      if (after !== undefined && after !== before) watcher.emit('change', file);
    });
  }, RECHECK_MS).unref();
}

const BIDI = JSON.stringify(path.join(ROOT, 'src/bidi/bidi.ts'));

/**
 * Returns the exports for right-to-left text in the terminal: loaded with the story if it has such text, later if a variable in the
 * address may have some, otherwise never. Recordings are put in visual order when they are compiled.
 */
function bidiExports({ story }: StoryLoader): string {
  const textStory = { ...story, scenes: story && allScenes(story).filter((scene) => !scene.panes && !isRecorded(scene)) };
  if (isRightToLeft(JSON.stringify(textStory))) return `export { bidi } from ${BIDI};\nexport const loadBidi = undefined;`;
  const hasOpenVariables = Object.keys(story?.variables ?? {}).length > 0;
  return `export const bidi = undefined;\nexport const loadBidi = ${hasOpenVariables ? `() => import(${BIDI})` : 'undefined'};`;
}
