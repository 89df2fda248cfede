import path from 'node:path';
import { defaultOutDir } from '../project/project.mjs';
import type { UserConfig } from './defineConfig';

/** Returns the folder that a story's build is written to, unless the command line names another one. */
export function outDirOf(storyFolder: string, { outDir }: UserConfig): string {
  return outDir === undefined ? defaultOutDir(storyFolder) : path.resolve(storyFolder, outDir);
}
