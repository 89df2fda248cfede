import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { ROOT } from './root.ts';

/**
 * The script that runs before the first paint, in one piece: a classic script, as modules run too late, and a file of
 * its own, as a strict content security policy forbids scripts in the page.
 */
export async function bundleBootScript(): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: path.join(ROOT, 'src/app/boot.ts'), output: { format: 'iife' } },
    },
  });
  const [chunk] = (result as Rolldown.RolldownOutput).output;
  return chunk.code;
}
