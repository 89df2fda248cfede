import type { Rolldown } from 'vite';

type Modules = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** What `root` imports, however far, itself included; not what it asks for later. */
function staticImportsOf(root: string, modules: Modules): Set<string> {
  const found = new Set([root]);
  // A set is walked with what is added on the way.
  for (const id of found) for (const each of modules.getModuleInfo(id)?.importedIds ?? []) found.add(each);
  return found;
}

/**
 * Names the chunk of what `main` needs at once: one file, since each request more delays the first picture, and nothing in
 * it that only comes when asked for. What `entry` has in hand before stays where it is.
 */
export function staticImportChunk(name: string, main: string, entry: string): Rolldown.CodeSplittingNameFunction {
  return (id, modules) => (staticImportsOf(main, modules).has(id) && !staticImportsOf(entry, modules).has(id) ? name : undefined);
}
