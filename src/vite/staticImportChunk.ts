import type { Rolldown } from 'vite';

/** Returns `root` and all ids that are reachable from it. */
export function reachableFrom(root: string, nextOf: (id: string) => readonly string[]): Set<string> {
  const found = new Set([root]);
  // Iterating over a set also visits entries that are added during the loop.
  for (const id of found) for (const each of nextOf(id)) found.add(each);
  return found;
}

/** Puts everything that `main` imports statically into one chunk (ADR 006). Modules that `entry` imports stay with the entry. */
export function staticImportChunk(name: string, main: string, entry: string): Rolldown.CodeSplittingNameFunction {
  return (id, modules) => {
    const importsOf = (root: string) => reachableFrom(root, (each) => modules.getModuleInfo(each)?.importedIds ?? []);
    return importsOf(main).has(id) && !importsOf(entry).has(id) ? name : undefined;
  };
}
