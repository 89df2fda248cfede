import { statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Plugin } from 'vite';
import { pagePlugin } from './pagePlugin.ts';
import { dynamicImportPlugin } from './dynamicImportPlugin.ts';
import { previewCheckPlugin } from './previewCheckPlugin.ts';
import { ROOT } from '../project/root.ts';
import { sizeCheckPlugin } from './sizeCheckPlugin.ts';
import { storyFontsPlugin } from './storyFontsPlugin.ts';
import { storyModulePlugin } from './storyModulePlugin.ts';
import { StoryLoader } from './storyLoader.ts';
import { errorWithoutStack } from './viteError.ts';

/** The folder of the story, relative to the project's root. */
const STORY_FOLDER = process.env['SCENES'] || 'scenes';

/** Returns the plugins that build the page of the story in a folder. */
export function understudy(scenes = STORY_FOLDER): Plugin[] {
  const source = new StoryLoader(resolveStoryFolder(scenes));
  return [
    storyModulePlugin(source),
    storyFontsPlugin(source),
    pagePlugin(source),
    dynamicImportPlugin(),
    sizeCheckPlugin(source.folder),
    previewCheckPlugin(source),
  ];
}

export { finalizeBuildPlugin } from './finalizeBuildPlugin.ts';

/** Returns the plugins for the story's modules and fonts only, for tests. */
export function understudyStoryModules(scenes = STORY_FOLDER): Plugin[] {
  const source = new StoryLoader(resolveStoryFolder(scenes));
  return [storyModulePlugin(source), storyFontsPlugin(source)];
}

function resolveStoryFolder(scenes: string): string {
  const folder = path.resolve(ROOT, scenes);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw errorWithoutStack(
    `SCENES is "${scenes}", but there is no such folder (looked for: ${folder}). To start a story there: npm run new -- "${scenes}"`,
  );
}
