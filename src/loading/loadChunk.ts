/** Milliseconds after which a part that has not arrived counts as failed. One that arrives later is there for the next request. */
const LOAD_TIMEOUT_MS = 10_000;

/** Parts whose last request failed, by name. */
const failedNames = new Set<string>();
const listeners = new Set<() => void>();

/** The names of the parts that could not be loaded when they were last requested. */
export const failedChunks = (): readonly string[] => [...failedNames];

/** Calls `listener` after each request for a part, until the returned function is called. */
export function subscribeToChunkLoads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Loads a part of the page that is a chunk of its own, and keeps track of failures under `name`, which is what messages call
 * the part. A request after a failed one tries again (`importChunk.ts`). Rejects when it cannot be loaded within 10 seconds.
 */
export async function loadChunk<T>(name: string, load: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not load within ${LOAD_TIMEOUT_MS / 1000} seconds`)), LOAD_TIMEOUT_MS);
  });
  try {
    const chunk = await Promise.race([load(), timeout]);
    failedNames.delete(name);
    return chunk;
  } catch (error) {
    failedNames.add(name);
    throw error;
  } finally {
    clearTimeout(timer);
    for (const listener of listeners) listener();
  }
}
