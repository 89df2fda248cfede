import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { IS_PACKAGED, ROOT } from './project.mjs';

/** Replaces style sheets, which Node cannot load, by empty modules. @type {import('vite').Plugin} */
export const stubStylesPlugin = {
  name: 'understudy:without-styles',
  enforce: 'pre',
  resolveId: { filter: { id: /\.css$/u }, handler: () => '\0no-styles' },
  load: { filter: { id: /^\0no-styles$/u }, handler: () => '' },
};

/**
 * Loads a module of `src` in Node: the compiled one in the package, the source through Vite in the repository, since the oldest
 * supported Node does not run TypeScript. `dependencies` are the files it was loaded from, for watching.
 * @template T
 * @param {string} source its path in `src`, such as `compiler/compileStory.ts`
 * @param {import('vite').Plugin[]} [plugins]
 * @returns {Promise<{ module: T, dependencies: string[] }>}
 */
export async function loadModule(source, plugins = []) {
  if (IS_PACKAGED) {
    const compiled = path.join(ROOT, 'lib', source.replace(/\.tsx?$/u, '.js'));
    return { module: await import(/* @vite-ignore */ pathToFileURL(compiled).href), dependencies: [] };
  }
  const file = path.join(ROOT, 'src', source);
  const { module, dependencies } = await runnerImport(file, { root: ROOT, logLevel: 'error', plugins: [stubStylesPlugin, ...plugins] });
  return { module: /** @type {T} */ (module), dependencies: [file, ...dependencies] };
}
