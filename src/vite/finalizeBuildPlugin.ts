import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { createPrecacheManifest } from './precacheManifest.ts';
import { bundleServiceWorker } from './bundleScripts.ts';
import { addContentSecurityPolicy } from './contentSecurityPolicy.ts';

/**
 * The last step of a build, on the files as they lie in dist/: the page's security policy, which holds hashes of what
 * other plugins have written, then the service worker, which holds hashes of everything.
 */
export function finalizeBuildPlugin(): Plugin {
  let isStandalone = false;
  return {
    name: 'understudy:seal',
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
        await writeFile(page, addContentSecurityPolicy(await readFile(page, 'utf8'), isStandalone));
        if (!isStandalone)
          await writeFile(
            path.join(dir, 'sw.js'),
            await bundleServiceWorker(await createPrecacheManifest(dir, new Set(Object.keys(bundle)))),
          );
      },
    },
  };
}
