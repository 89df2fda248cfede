import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { ROOT } from '../project/root.ts';

/** A script in one piece, apart from the page's modules. `define` puts values of the build in the place of names. */
async function bundleScript(entry: string, define: Readonly<Record<string, string>> = {}): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    define,
    build: { write: false, modulePreload: false, rolldownOptions: { input: path.join(ROOT, entry), output: { format: 'iife' } } },
  });
  const [chunk] = (result as Rolldown.RolldownOutput).output;
  return chunk.code;
}

/**
 * The script that runs before the first paint: a classic script, as modules run too late, and in the page itself, as the
 * paint would have to wait for a file.
 */
export function bundleBootScript(): Promise<string> {
  return bundleScript('src/app/boot.ts');
}

/** The service worker, with the copy of the page it keeps written into it. */
export function bundleServiceWorker(precacheManifest: unknown): Promise<string> {
  return bundleScript('src/worker/worker.ts', { COPY: JSON.stringify(precacheManifest) });
}
