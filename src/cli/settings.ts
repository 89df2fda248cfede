import process from 'node:process';
import { loadConfig } from '../config/loadConfig';
import { outDirOf } from '../config/outDirOf';
import type { PageSettings } from '../vite/viteConfig';
import { resolveFromCaller } from './storyFolder';

/** Options of the command line that describe the page. */
export interface PageFlags {
  readonly out?: string | undefined;
  readonly base?: string | undefined;
  readonly siteUrl?: string | undefined;
}

/** Returns the settings of a page: options of the command line, then the environment's, the story's configuration, and the defaults. */
export async function readSettings(
  storyFolder: string,
  { out, base, siteUrl }: PageFlags = {},
): Promise<PageSettings & { outDir: string }> {
  const { config } = await loadConfig(storyFolder);
  const givenBase = base ?? config.base;
  return {
    storyFolder,
    outDir: out === undefined ? outDirOf(storyFolder, config) : resolveFromCaller(out),
    base: givenBase === undefined ? undefined : requireBase(givenBase),
    siteUrl: siteUrl ?? process.env['SITE_URL'] ?? config.siteUrl,
    vite: config.vite,
  };
}

/** Returns a base with a slash at its end. @throws if it does not start with one */
function requireBase(base: string): string {
  if (base === './') return base;
  if (!/^\/[^?#\s]*$/u.test(base))
    throw new Error(`The base is "${base}"; it starts with a slash, such as /talks/, or is ./ for any path.`);
  return base.endsWith('/') ? base : `${base}/`;
}
