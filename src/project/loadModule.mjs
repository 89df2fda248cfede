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

/** @type {Readonly<Record<string, string>>} */
const BUILT_IN = {
  'virtual:kinds': 'src/kinds/builtIn.ts',
  'virtual:part-views': 'src/kinds/page/partViews.ts',
  'virtual:page-view': 'src/kinds/page/PageView.tsx',
};

/** Provides every built-in kind of scene, and every part of pages, to code in Node. @type {import('vite').Plugin} */
export const builtInKindsPlugin = {
  name: 'understudy:built-in-kinds',
  resolveId: { filter: { id: /^virtual:(?:kinds|part-views|page-view)$/u }, handler: (id) => path.join(ROOT, BUILT_IN[id] ?? '') },
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
  const { module, dependencies } = await runnerImport(file, {
    root: ROOT,
    logLevel: 'error',
    plugins: [stubStylesPlugin, ...plugins, builtInKindsPlugin],
    resolve: { alias: publicAliases('page') },
  });
  return { module: /** @type {T} */ (module), dependencies: [file, ...dependencies] };
}

/**
 * Vite's `resolve.alias` for the modules of this package that code of users imports.
 * @param {'index' | 'page'} index the file of `src/package` for the package itself
 */
export function publicAliases(index) {
  return [
    { find: /^understudy-demo$/u, replacement: path.join(ROOT, `src/package/${index}.ts`) },
    { find: /^understudy-demo\/kinds$/u, replacement: path.join(ROOT, 'src/package/kinds.ts') },
  ];
}

/**
 * Adds the files of all modules that are loaded to `files`, those of style sheets too.
 * @param {Set<string>} files
 * @returns {import('vite').Plugin}
 */
function collectFilesPlugin(files) {
  return {
    name: 'understudy:collect-files',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id.endsWith('.css') && id.startsWith('.') && importer) files.add(path.resolve(path.dirname(importer), id));
    },
    transform(_, id) {
      if (path.isAbsolute(id)) files.add(id.replace(/\?.*$/u, ''));
    },
  };
}

/**
 * Loads a module of a user, in TypeScript or JavaScript, and returns its default export. Style sheets are left out. `dependencies` are
 * the files it was loaded from, its style sheets too.
 * @param {string} specifier a file, absolute or relative to `folder`, or a package that is installed there
 * @param {string} folder
 * @returns {Promise<{ value: unknown, dependencies: string[] }>}
 */
export async function loadUserModule(specifier, folder) {
  const id = specifier.startsWith('.') ? path.resolve(folder, specifier) : specifier;
  /** @type {Set<string>} */
  const files = new Set();
  const { module } = await runnerImport(id, {
    root: folder,
    logLevel: 'silent',
    plugins: [collectFilesPlugin(files), stubStylesPlugin, builtInKindsPlugin],
    // In the package, Node finds the compiled modules: they share their state with the rest of the compiled code.
    resolve: { alias: IS_PACKAGED ? [] : publicAliases('index') },
  });
  return { value: /** @type {{ default?: unknown }} */ (module).default, dependencies: [...files] };
}
