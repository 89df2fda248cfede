import path from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { ROOT } from '../project/project.mjs';
import { hasKeys } from '../core/shownKeys.ts';
import type { StoryLoader } from './storyLoader.ts';

interface UnusedModule {
  /** Whether the story needs the module. */
  readonly isUsed: (source: StoryLoader) => boolean;
  /** The code that other stories get in its place. */
  readonly code: string;
}

const hasPictures = ({ images }: StoryLoader): boolean => images.length > 0;
const hasDetours = ({ story }: StoryLoader): boolean => story?.scenes.some(({ detour }) => detour) ?? false;
const hasCuts = ({ story }: StoryLoader): boolean =>
  story?.scenes.some((scene) => [scene, ...scene.steps].some(({ optional, cuts }) => optional === true || cuts !== undefined)) ?? false;
const usesKeys = ({ story }: StoryLoader): boolean => story !== undefined && hasKeys(story);
const hasPanes = ({ story }: StoryLoader): boolean => story?.scenes.some(({ panes, over }) => panes ?? over) ?? false;

/** Modules that only some stories need, by their path in src. */
const MODULES: Readonly<Record<string, UnusedModule>> = {
  'kinds/parts/Picture.tsx': { isUsed: hasPictures, code: 'export const Picture = () => null;' },
  'stage/decodeImages.ts': {
    isUsed: hasPictures,
    code:
      'const done = () => Promise.resolve();\n' +
      'export const areDecoded = () => true;\nexport { done as decodeImages, done as decodeElements };',
  },
  'stage/Panes.tsx': { isUsed: hasPanes, code: 'export const SplitStage = () => null;\nexport const OverPane = () => null;' },
  'core/detours.ts': {
    isUsed: hasDetours,
    code:
      "import { stopAt } from './timeline';\n" +
      "export { reducePosition as movePosition } from './position';\n" +
      'const here = (timeline, { stop }) => stopAt(timeline, stop);\n' +
      'export { here as originOf, here as wayStopOf };\n' +
      'export const detourAction = () => undefined;\nexport const withDetourTime = (_, show) => show;',
  },
  'core/shownScenes.ts': {
    isUsed: (source) => hasDetours(source) || hasCuts(source),
    code:
      'export const shownScenes = ({ scenes }, _, places = 0) => scenes.map((scene) => ({ scene, steps: [...scene.steps.keys()], ' +
      'firstPlace: (places += scene.steps.length) - scene.steps.length }));',
  },
  'core/nearestShown.ts': { isUsed: hasCuts, code: 'export const nearestShown = ({ stops }) => stops[0];' },
  'core/cuts.ts': {
    isUsed: hasCuts,
    code: 'const none = () => [];\nexport { none as stopsOfCut, none as droppableStops, none as isOptional };',
  },
  'core/dropStops.ts': { isUsed: hasCuts, code: 'const same = (show) => show;\nexport { same as dropStops, same as rebaseShow };' },
  'core/talkFields.ts': {
    isUsed: (source) => hasDetours(source) || hasCuts(source),
    code:
      'export const areStopKeys = () => false;\nexport const areDetours = () => false;\n' +
      'export const hasTalkFields = ({ dropped = [] }) => Array.isArray(dropped);\nexport const resolveStop = (_, { stop }) => stop;',
  },
  'player/talkStore.ts': {
    isUsed: (source) => hasDetours(source) || hasCuts(source),
    code: 'export const readTalk = () => ({});\nconst nothing = () => {};\nexport { nothing as storeTalk, nothing as writeTalk };',
  },
  'core/shownKeys.ts': {
    isUsed: usesKeys,
    code: 'const no = () => false;\nexport const keysInWords = () => [];\nexport { no as areKeysShown, no as hasKeys };',
  },
  'stage/useKeyBand.tsx': {
    isUsed: usesKeys,
    code: 'export const prepareKeyBand = () => Promise.resolve(false);\nexport const useKeyBand = () => undefined;',
  },
  'core/panes.ts': {
    isUsed: hasPanes,
    code: 'const none = () => [];\nexport const paneFactory = () => undefined;\nexport { none as paneLines, none as readablePanes };',
  },
};

/**
 * Leaves out of a build what shows pictures, panes, windows over others and pressed keys, and what drops stops and enters detours, if the
 * story has none. A story with kinds of its own keeps it. ADR 043, 053, 054
 */
export function unusedModulesPlugin(source: StoryLoader): Plugin {
  return {
    name: 'understudy:unused-modules',
    apply: 'build',

    load: {
      filter: { id: new RegExp(`/src/(?:${Object.keys(MODULES).join('|').replaceAll('.', '\\.')})$`, 'u') },
      async handler(id) {
        await source.ready();
        const builtIn = normalizePath(path.join(ROOT, 'src/kinds'));
        const hasOwnKind = source.kindModules.some((module) => !normalizePath(module).startsWith(builtIn));
        const [, unused] = Object.entries(MODULES).find(([file]) => id.endsWith(file)) ?? [];
        return !source.story || hasOwnKind || unused?.isUsed(source) ? undefined : unused?.code;
      },
    },
  };
}
