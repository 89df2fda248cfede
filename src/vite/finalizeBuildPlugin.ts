import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { createPrecacheManifest } from './precacheManifest.ts';
import { bundleServiceWorker } from './bundleScripts.ts';
import { addContentSecurityPolicy } from './contentSecurityPolicy.ts';

/**
 * Runs last, on the files in dist/: puts `base` before the page's addresses, adds the content security policy, which has hashes of the
 * page's scripts, then writes the service worker, which has hashes of all files.
 */
export function finalizeBuildPlugin(base = './'): Plugin {
  let isStandalone = false;
  return {
    name: 'understudy:finalize-build',
    apply: 'build',
    configResolved({ mode }) {
      isStandalone = mode === 'standalone';
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }, bundle) {
        if (!dir) return;
        const page = path.join(dir, isStandalone ? 'standalone.html' : 'index.html');
        await writeFile(page, addContentSecurityPolicy(withBase(await readFile(page, 'utf8'), base), isStandalone));
        if (isStandalone) return;
        const manifest = await createPrecacheManifest(dir, new Set(Object.keys(bundle)));
        await writeFile(path.join(dir, 'sw.js'), await bundleServiceWorker(manifest));
      },
    },
  };
}

/** Replaces the `./` of addresses in a page. All other files refer to each other with relative addresses, which need no base. */
function withBase(html: string, base: string): string {
  return base === './' ? html : html.replaceAll(/(\s(?:href|src)="|url\(["']?)\.\//gu, (_, before: string) => `${before}${base}`);
}
