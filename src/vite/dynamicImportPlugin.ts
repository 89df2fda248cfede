import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { PLAYER_MODULE, TERMINAL_MODULE } from './assets.ts';
import { ROOT } from '../project/project.mjs';
import { reachableFrom } from './staticImportChunk.ts';

/** Replaces Vite's own preload helper, with which a failed download makes every later import of the file fail (ADR 006). */
const IMPORT_CHUNK_MODULE = path.join(ROOT, 'src/loading/importChunk.ts');
const ENTRY = '/src/app/start.ts';

/** The code that Vite generates around an `import()`: the address, and an empty list of files to preload. */
const WRAPPED_IMPORT =
  /(\bimport\((["'`])(\.\/[\w.-]+\.js)\2\)(?:\.then\(\(?\w+\)?\s*=>\s*\w+\.\w+\))?,\s*)\[\](?=,\s*import\.meta\.url\))/gu;

/** Returns the file names of a chunk and of everything it imports statically. */
function chunkImportsOf(fileName: string, bundle: Rolldown.OutputBundle): Set<string> {
  return reachableFrom(fileName, (name) => {
    const chunk = bundle[name];
    return chunk?.type === 'chunk' ? chunk.imports : [];
  });
}

/** Returns the address of a file relative to the chunk that imports it. */
const relativeImport = (chunk: string, file: string): string => `./${path.posix.relative(path.posix.dirname(chunk), file)}`;

/**
 * Wraps every `import()` of the page in `importChunk()`, with the files it needs beyond those that the page preloads (ADR 006).
 * Fails the build if an `import()` is not wrapped.
 */
export function dynamicImportPlugin(): Plugin {
  return {
    name: 'understudy:dynamic-imports',
    enforce: 'pre',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'standalone',
    // The entry gets a copy of its own, so that it shares no chunk with modules that are loaded later.
    resolveId: {
      filter: { id: /^\0vite\/preload-helper\.js$/u },
      handler: (_, importer) => (importer?.endsWith(ENTRY) ? `${IMPORT_CHUNK_MODULE}?entry` : IMPORT_CHUNK_MODULE),
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const preloadedChunks = chunks.filter(({ moduleIds }) =>
          moduleIds.some((id) => id.endsWith(PLAYER_MODULE) || id.endsWith(TERMINAL_MODULE)),
        );
        // Files that the page preloads are not fetched again: they could be downloaded twice.
        const preloadedFiles = new Set(preloadedChunks.flatMap(({ fileName }) => [...chunkImportsOf(fileName, bundle)]));
        for (const chunk of chunks) {
          const own = chunkImportsOf(chunk.fileName, bundle);
          const found = new Set<string>();
          chunk.code = chunk.code.replaceAll(WRAPPED_IMPORT, (_all, before: string, _quote, address: string) => {
            const file = path.posix.join(path.posix.dirname(chunk.fileName), address);
            found.add(file);
            const missing = [...chunkImportsOf(file, bundle)].filter((name) => !preloadedFiles.has(name) && !own.has(name));
            return before + JSON.stringify(missing.map((name) => relativeImport(chunk.fileName, name)));
          });
          const others = chunk.dynamicImports.filter((name) => !found.has(name));
          if (others.length > 0) this.error(`${chunk.fileName} imports ${others.join(', ')} in a way that importChunk() does not see.`);
        }
      },
    },
  };
}
