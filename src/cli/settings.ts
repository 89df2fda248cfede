import process from 'node:process';
import { defaultOutDir } from '../project/project.mjs';
import type { PageSettings } from '../vite/viteConfig';
import { resolveFromCaller } from './storyFolder';

/** Options of the command line that describe the page. */
export interface PageFlags {
  readonly out?: string | undefined;
  readonly base?: string | undefined;
  readonly siteUrl?: string | undefined;
}

/** Returns the settings of a page: options of the command line before the environment's, then the defaults. */
export async function readSettings(
  storyFolder: string,
  { out, base, siteUrl }: PageFlags = {},
): Promise<PageSettings & { outDir: string }> {
  return {
    storyFolder,
    outDir: out === undefined ? defaultOutDir(storyFolder) : resolveFromCaller(out),
    base,
    siteUrl: siteUrl ?? process.env['SITE_URL'],
  };
}
