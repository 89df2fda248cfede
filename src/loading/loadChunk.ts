/** Milliseconds after which a part that has not arrived counts as failed. One that arrives later is there for the next request. */
const TIMEOUT_MS = 10_000;

/** Parts whose last request failed, by name. */
const failed = new Set<string>();
const listeners = new Set<() => void>();

/** The names of the parts that could not be loaded when they were last requested. */
export const failedParts = (): readonly string[] => [...failed];

/** Calls `listener` after each request for a part, until the returned function is called. */
export function watchParts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Loads a part of the page that is a chunk of its own, and keeps track of failures under `name`, which is what messages call
 * the part. A request after a failed one tries again (`importChunk.ts`). Rejects when it cannot be loaded within 10 seconds.
 */
export async function loadPart<T>(name: string, load: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not load within ${TIMEOUT_MS / 1000} seconds`)), TIMEOUT_MS);
  });
  try {
    const part = await Promise.race([load(), timeout]);
    failed.delete(name);
    return part;
  } catch (error) {
    failed.add(name);
    throw error;
  } finally {
    clearTimeout(timer);
    for (const listener of listeners) listener();
  }
}
