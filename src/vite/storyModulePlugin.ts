import path from 'node:path';
import type { Plugin } from 'vite';
import { isRightToLeft } from '../core/direction.ts';
import { errorOverlayOf } from './errorOverlay.ts';
import { ROOT } from '../project/root.ts';
import { toViteError } from './viteError.ts';
import type { StoryLoader } from './storyLoader';

/** What each module exports, by its id: the story for the first stop, and apart from it what is loaded later. */
const EXPORT_NAMES = { '\0virtual:story': 'story', '\0virtual:wire': 'wire' } as const;

type ModuleId = keyof typeof EXPORT_NAMES;
const MODULE_IDS = Object.keys(EXPORT_NAMES) as ModuleId[];

/**
 * Provides `virtual:story` and `virtual:wire`. A story with faults stops the build; the dev server shows them over the page, which plays
 * the last good story on until they are put right.
 */
export function storyModulePlugin(source: StoryLoader): Plugin {
  let isBuild = false;
  return {
    name: 'understudy:story',

    configResolved({ command }) {
      isBuild = command === 'build';
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
        return `export const ${name} = ${data === undefined ? 'undefined' : `JSON.parse(${JSON.stringify(JSON.stringify(data))})`};\n${name === 'story' ? bidiExports(source) : ''}`;
      },
    },

    async hotUpdate({ file, type, read, modules, server }) {
      if (!source.dependsOn(file)) return undefined;
      const { moduleGraph, hot, name } = this.environment;
      const ours = MODULE_IDS.flatMap((id) => moduleGraph.getModuleById(id) ?? []);
      if (name !== 'client') return [...modules, ...ours];

      const { story, wire, error } = source;
      // Editors empty a file before they write it; this waits for the new content.
      if (type === 'update') await read();
      await source.recompile(file);
      if (source.error) {
        errorOverlayOf(server).show(source.error);
        return modules;
      }
      errorOverlayOf(server).clear();
      if (!story) hot.send({ type: 'full-reload' });
      const before = { story, wire };
      return [
        ...modules,
        ...ours.filter(({ id }) => error || !isDeepEqual(before[EXPORT_NAMES[id as ModuleId]], source[EXPORT_NAMES[id as ModuleId]])),
      ];
    },
  };
}

const BIDI = path.join(ROOT, 'src/bidi/bidi.ts');

/**
 * What orders text from right to left in the terminal: with the story if that has some, later if an address may bring some, else not
 * at all. Recordings are in order as they are built.
 */
function bidiExports({ story }: StoryLoader): string {
  const textStory = { ...story, scenes: story?.scenes.filter(({ kind }) => kind !== 'recording') };
  if (isRightToLeft(JSON.stringify(textStory))) return `export { bidi } from ${JSON.stringify(BIDI)};\nexport const loadBidi = undefined;`;
  const hasOpenVariables = Object.keys(story?.variables ?? {}).length > 0;
  return `export const bidi = undefined;\nexport const loadBidi = ${hasOpenVariables ? `() => import(${JSON.stringify(BIDI)})` : 'undefined'};`;
}

function isDeepEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
