const loadedUrls = new Set<string>();

/**
 * Wraps every `import()` of the built page (`src/vite/dynamicImportPlugin.ts`). Fetches the chunk's `files`, URLs relative to
 * `base`, before `load` imports them, so that a failed import can be tried again (ADR 007). Rejects with an error that names
 * the file.
 */
export async function importChunk<T>(load: () => Promise<T>, files: readonly string[], base: string): Promise<T> {
  const urls = files.map((file) => new URL(file, base).href).filter((url) => !loadedUrls.has(url));
  await Promise.all(urls.map(fetchScript));
  const chunk = await load();
  for (const url of urls) loadedUrls.add(url);
  return chunk;
}

/** Loads a script into the browser's cache. Rejects if the host answers with something else, such as a page. */
async function fetchScript(url: string): Promise<void> {
  const response = await fetch(url).catch(() => undefined);
  const isScript = response?.ok && response.headers.get('content-type')?.includes('javascript');
  if (!isScript) throw new Error(`${new URL(url).pathname} did not load`);
  await response.arrayBuffer();
}

export { importChunk as __vitePreload };
