/** Addresses of the files that are in use already. */
const loaded = new Set<string>();

/**
 * Stands around every `import()` of the built page (`vite/dynamicImportPlugin.ts`). Fetches the chunk's `files`, addressed relative
 * to `base`, before `load` imports them: browsers remember a failed import until the page is reloaded (whatwg/html#6768), and
 * a failed preload too, but not a failed fetch. So after a failure the same import can be tried again. Rejects with an error
 * that names the file.
 */
export async function importChunk<T>(load: () => Promise<T>, files: readonly string[], base: string): Promise<T> {
  const addresses = files.map((file) => new URL(file, base).href).filter((address) => !loaded.has(address));
  await Promise.all(addresses.map(fetchScript));
  const chunk = await load();
  for (const address of addresses) loaded.add(address);
  return chunk;
}

/** Brings a script into the browser's cache. Rejects if something else comes in its place, such as a page. */
async function fetchScript(address: string): Promise<void> {
  const response = await fetch(address).catch(() => undefined);
  const isScript = response?.ok && response.headers.get('content-type')?.includes('javascript');
  if (!isScript) throw new Error(`${new URL(address).pathname} did not load`);
  await response.arrayBuffer();
}

export { importChunk as __vitePreload };
