import { statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Plugin } from 'vite';
import { page } from './pagePlugin.ts';
import { parts } from './dynamicImportPlugin.ts';
import { previewCheck } from './previewCheckPlugin.ts';
import { ROOT } from '../project/root.ts';
import { sizeCheck } from './sizeCheckPlugin.ts';
import { storyFonts } from './storyFontsPlugin.ts';
import { storyModule } from './storyModulePlugin.ts';
import { StorySource } from './storyLoader.ts';

/** The folder with the story, from the project's root. */
const SCENES = process.env['SCENES'] || 'scenes';

/** Makes the page out of a folder of scenes: the story as a module, its own fonts, the page around it, a check of its size. */
export function understudy(scenes = SCENES): Plugin[] {
  const source = new StorySource(findFolder(scenes));
  return [storyModule(source), storyFonts(source), page(source), parts(), sizeCheck(source.folder), previewCheck(source)];
}

export { seal } from './finalizeBuildPlugin.ts';

/** The story and its fonts alone, for tests. */
export function understudyStory(scenes = SCENES): Plugin[] {
  const source = new StorySource(findFolder(scenes));
  return [storyModule(source), storyFonts(source)];
}

function findFolder(scenes: string): string {
  const folder = path.resolve(ROOT, scenes);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  const error = new Error(
    `SCENES is "${scenes}", but there is no such folder (looked for: ${folder}). To start a story there: npm run new -- "${scenes}"`,
  );
  // Vite prints the stack, which would bury the sentence.
  error.stack = `${error.name}: ${error.message}`;
  throw error;
}
