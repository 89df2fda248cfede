/** How long the page waits where the browser cannot tell that it has time, in milliseconds. */
const PATIENCE_MS = 2000;

/** Does `task` once the page has nothing else to do, and not before `after` milliseconds. Returns the way to call it off. */
export function whenIdle(task: () => void, after = 0): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(task, Math.max(after, PATIENCE_MS));
    return () => clearTimeout(timer);
  }
  let request = 0;
  const ask = (): void => {
    request = requestIdleCallback(task);
  };
  const timer = after > 0 ? setTimeout(ask, after) : undefined;
  if (timer === undefined) ask();
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(request);
  };
}
