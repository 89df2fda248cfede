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
    base: base === undefined ? undefined : requireBase(base),
    siteUrl: siteUrl ?? process.env['SITE_URL'],
  };
}

/** Returns a base with a slash at its end. @throws if it does not start with one */
function requireBase(base: string): string {
  if (base === './') return base;
  if (!/^\/[^?#\s]*$/u.test(base))
    throw new Error(`The base is "${base}"; it starts with a slash, such as /talks/, or is ./ for any path.`);
  return base.endsWith('/') ? base : `${base}/`;
}
