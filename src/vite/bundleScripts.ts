import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { ROOT } from '../project/project.mjs';

/** Bundles a classic script into one file. `define` maps global names to the code that replaces them. */
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

/** Bundles the inline script that runs before the first paint: a module would run too late, and a file would delay the paint. */
export function bundleBootScript(): Promise<string> {
  return bundleScript('src/app/boot.ts');
}

/** Bundles the service worker with the list of the files it stores. */
export function bundleServiceWorker(precacheManifest: unknown): Promise<string> {
  return bundleScript('src/worker/worker.ts', { PRECACHE_MANIFEST: JSON.stringify(precacheManifest) });
}
