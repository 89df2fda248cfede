/** How long the page waits where the browser cannot tell that it has time, in milliseconds. */
const IDLE_FALLBACK_DELAY_MS = 2000;

/** Does `task` once the page has nothing else to do, and not before `after` milliseconds. Returns the way to call it off. */
export function whenIdle(task: () => void, minDelayMs = 0): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(task, Math.max(minDelayMs, IDLE_FALLBACK_DELAY_MS));
    return () => clearTimeout(timer);
  }
  let request = 0;
  const requestIdle = (): void => {
    request = requestIdleCallback(task);
  };
  const timer = minDelayMs > 0 ? setTimeout(requestIdle, minDelayMs) : undefined;
  if (timer === undefined) requestIdle();
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(request);
  };
}
