import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { ROOT } from '../project/project.mjs';

/** Browsers that know `light-dark()`, which would be replaced for older ones. */
const CSS_TARGET = ['chrome123', 'firefox120', 'safari17.5'];

interface BundleOptions {
  /** Code that replaces global names. */
  readonly define?: Readonly<Record<string, string>>;
  /** @default a classic script */
  readonly format?: 'iife' | 'es';
}

/** Bundles a script into one file. */
async function bundleScript(entry: string, { define = {}, format = 'iife' }: BundleOptions = {}): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    define,
    build: {
      write: false,
      modulePreload: false,
      cssTarget: CSS_TARGET,
      rolldownOptions: {
        input: path.join(ROOT, entry),
        preserveEntrySignatures: format === 'es' ? 'strict' : false,
        output: { format, minify: true },
      },
    },
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
  return bundleScript('src/worker/worker.ts', { define: { PRECACHE_MANIFEST: JSON.stringify(precacheManifest) } });
}

/** Bundles `<understudy-demo>` as a classic script, which pages of other origins may load from any host. ADR 062 */
export function bundleElement(): Promise<string> {
  return bundleScript('src/element/define.ts');
}

/** Bundles `<understudy-demo>` as the package's module. */
export function bundleElementModule(): Promise<string> {
  return bundleScript('src/package/element.ts', { format: 'es' });
}
