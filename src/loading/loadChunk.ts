/** Milliseconds after which a chunk counts as failed. If it loads later, the next request succeeds. */
const LOAD_TIMEOUT_MS = 10_000;

const failedNames = new Set<string>();
const listeners = new Set<() => void>();

/** Returns the names of the chunks whose last request failed. */
export const failedChunks = (): readonly string[] => [...failedNames];

/** Calls `listener` after each request for a chunk. Returns a function that unsubscribes. */
export function subscribeToChunkLoads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Loads a chunk and records failures under `name`, which messages show. A request after a failed one tries again
 * (`importChunk.ts`). Rejects after 10 s.
 */
export async function loadChunk<T>(name: string, load: () => Promise<T>): Promise<T> {
  const notify = (): void => listeners.forEach((listener) => listener());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const loading = load();
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not load within ${LOAD_TIMEOUT_MS / 1000} seconds`)), LOAD_TIMEOUT_MS);
  });
  try {
    const chunk = await Promise.race([loading, timeout]);
    failedNames.delete(name);
    return chunk;
  } catch (error) {
    failedNames.add(name);
    // A chunk that comes after the timeout is there all the same.
    loading.then(
      () => {
        failedNames.delete(name);
        notify();
      },
      () => {},
    );
    throw error;
  } finally {
    clearTimeout(timer);
    notify();
  }
}
