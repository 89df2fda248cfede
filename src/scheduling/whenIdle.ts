/** How long the page waits where the browser cannot tell that it has time, in milliseconds. */
const PATIENCE_MS = 2000;

/** Does `task` once the page has nothing else to do. Returns the way to call it off. */
export function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(task, PATIENCE_MS);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(task);
  return () => cancelIdleCallback(request);
}
