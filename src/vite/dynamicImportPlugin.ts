import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { PLAYER_MODULE, TERMINAL_MODULE } from './assets.ts';
import { ROOT } from '../project/root.ts';

/** What stands in for Vite's own function around every `import()`, whose preloads make a failed download a failed import. */
const IMPORT_CHUNK_MODULE = path.join(ROOT, 'src/loading/importChunk.ts');
const ENTRY = '/src/app/start.ts';

/** An `import()` as it is written with the function around it: the address, and the empty list of what to preload. */
const WRAPPED_IMPORT =
  /(\bimport\((["'`])(\.\/[\w.-]+\.js)\2\)(?:\.then\(\(?\w+\)?\s*=>\s*\w+\.\w+\))?,\s*)\[\](?=,\s*import\.meta\.url\))/gu;

/** A chunk and all it imports, by file name; not what it loads later. */
function chunkImportsOf(fileName: string, bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set([fileName]);
  // A set is walked with what is added on the way.
  for (const name of found) {
    const chunk = bundle[name];
    if (chunk?.type === 'chunk') for (const each of chunk.imports) found.add(each);
  }
  return found;
}

/** The address of a file as a chunk beside it names it. */
const relativeImport = (chunk: string, file: string): string => `./${path.posix.relative(path.posix.dirname(chunk), file)}`;

/**
 * Puts `importChunk()` around every `import()` of the page, with the files it needs beyond those the page loads at its start.
 * @throws when there is an `import()` without it, whose failure would last until a reload
 */
export function dynamicImportPlugin(): Plugin {
  return {
    name: 'understudy:parts',
    enforce: 'pre',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'standalone',
    // The entry has a copy of its own: if its file fails, nothing that is imported later may need it.
    resolveId: {
      filter: { id: /^\0vite\/preload-helper\.js$/u },
      handler: (_, importer) => (importer?.endsWith(ENTRY) ? `${IMPORT_CHUNK_MODULE}?entry` : IMPORT_CHUNK_MODULE),
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const preloaded = chunks.filter(({ moduleIds }) =>
          moduleIds.some((id) => id.endsWith(PLAYER_MODULE) || id.endsWith(TERMINAL_MODULE)),
        );
        // What the page preloads is not fetched as well, or it might be downloaded twice.
        const present = new Set(preloaded.flatMap(({ fileName }) => [...chunkImportsOf(fileName, bundle)]));
        for (const chunk of chunks) {
          const own = chunkImportsOf(chunk.fileName, bundle);
          const found = new Set<string>();
          chunk.code = chunk.code.replaceAll(WRAPPED_IMPORT, (_all, before: string, _quote, address: string) => {
            const file = path.posix.join(path.posix.dirname(chunk.fileName), address);
            found.add(file);
            const missing = [...chunkImportsOf(file, bundle)].filter((name) => !present.has(name) && !own.has(name));
            return before + JSON.stringify(missing.map((name) => relativeImport(chunk.fileName, name)));
          });
          const others = chunk.dynamicImports.filter((name) => !found.has(name));
          if (others.length > 0) this.error(`${chunk.fileName} imports ${others.join(', ')} in a way that importChunk() does not see.`);
        }
      },
    },
  };
}
