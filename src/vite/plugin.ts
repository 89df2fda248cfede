import type { Plugin } from 'vite';
import { assetsPlugin } from './assetsPlugin.ts';
import { kindsPlugin } from './kindsPlugin.ts';
import { unusedBlocksPlugin } from './unusedBlocksPlugin.ts';
import { unusedModulesPlugin } from './unusedModulesPlugin.ts';
import { pagePlugin } from './pagePlugin.ts';
import { pageViewPlugin } from './pageViewPlugin.ts';
import { dynamicImportPlugin } from './dynamicImportPlugin.ts';
import { previewCheckPlugin } from './previewCheckPlugin.ts';
import { storyFontsPlugin } from './storyFontsPlugin.ts';
import { storyModulePlugin } from './storyModulePlugin.ts';
import { StoryLoader } from './storyLoader.ts';

/** Settings of the page that the plugins need. */
export interface PluginSettings {
  /** An absolute path. */
  readonly storyFolder: string;
  /** The published address, for shared links. */
  readonly siteUrl?: string | undefined;
  /** The path under which the page is served. @default './', which is any */
  readonly base?: string | undefined;
  /** Whether a preview refuses a build of another story; otherwise it warns. */
  readonly isStoryRequired?: boolean | undefined;
}

/** Returns the plugins that build the page of a story. */
export function understudy({ storyFolder, siteUrl, base, isStoryRequired = false }: PluginSettings): Plugin[] {
  const source = new StoryLoader(storyFolder);
  return [
    storyModulePlugin(source),
    kindsPlugin(source),
    pageViewPlugin(source),
    unusedBlocksPlugin(source),
    unusedModulesPlugin(source),
    assetsPlugin(source),
    storyFontsPlugin(source),
    pagePlugin(source, siteUrl, base),
    dynamicImportPlugin(),
    previewCheckPlugin(source, isStoryRequired, base),
  ];
}

/** Returns the plugins for the story's modules and fonts only, for tests. */
export function understudyStoryModules(storyFolder: string): Plugin[] {
  const source = new StoryLoader(storyFolder);
  return [storyModulePlugin(source), storyFontsPlugin(source)];
}
