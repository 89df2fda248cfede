import path from 'node:path';
import type { Plugin } from 'vite';
import { isRightToLeft } from '../core/direction.ts';
import { overlayOf } from './errorOverlay.ts';
import { ROOT } from '../project/root.ts';
import { toFault } from './viteError.ts';
import type { StorySource } from './storyLoader';

/** What each module exports, by its id: the story for the first stop, and apart from it what is loaded later. */
const EXPORTS = { '\0virtual:story': 'story', '\0virtual:wire': 'wire' } as const;

type Id = keyof typeof EXPORTS;
const IDS = Object.keys(EXPORTS) as Id[];

/**
 * Provides `virtual:story` and `virtual:wire`. A story with faults stops the build; the dev server shows them over the page, which plays
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

    resolveId: { filter: { id: /^virtual:(?:story|wire)$/u }, handler: (name) => `\0${name}` },

    load: {
      // oxlint-disable-next-line no-control-regex
      filter: { id: /^\0virtual:(?:story|wire)$/u },
      async handler(id) {
        await source.ready();
        const { story, error, files } = source;
        if (error && (isBuild || !story)) this.error(toFault(error));
        if (isBuild) for (const file of files) this.addWatchFile(file);
        const name = EXPORTS[id as Id];
        const data = source[name];
        return `export const ${name} = ${data === undefined ? 'undefined' : `JSON.parse(${JSON.stringify(JSON.stringify(data))})`};\n${name === 'story' ? bidiFor(source) : ''}`;
      },
    },

    async hotUpdate({ file, type, read, modules, server }) {
      if (!source.dependsOn(file)) return undefined;
      const { moduleGraph, hot, name } = this.environment;
      const ours = IDS.flatMap((id) => moduleGraph.getModuleById(id) ?? []);
      if (name !== 'client') return [...modules, ...ours];

      const { story, wire, error } = source;
      // Editors empty a file before they write it; this waits for the new content.
      if (type === 'update') await read();
      await source.refresh(file);
      if (source.error) {
        overlayOf(server).show(source.error);
        return modules;
      }
      overlayOf(server).clear();
      if (!story) hot.send({ type: 'full-reload' });
      const before = { story, wire };
      return [...modules, ...ours.filter(({ id }) => error || !isSame(before[EXPORTS[id as Id]], source[EXPORTS[id as Id]]))];
    },
  };
}

const BIDI = path.join(ROOT, 'src/bidi/bidi.ts');

/**
 * What orders text from right to left in the terminal: with the story if that has some, later if an address may bring some, else not
 * at all. Recordings are in order as they are built.
 */
function bidiFor({ story }: StorySource): string {
  const written = { ...story, scenes: story?.scenes.filter(({ kind }) => kind !== 'recording') };
  if (isRightToLeft(JSON.stringify(written))) return `export { bidi } from ${JSON.stringify(BIDI)};\nexport const loadBidi = undefined;`;
  const isOpen = Object.keys(story?.variables ?? {}).length > 0;
  return `export const bidi = undefined;\nexport const loadBidi = ${isOpen ? `() => import(${JSON.stringify(BIDI)})` : 'undefined'};`;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
