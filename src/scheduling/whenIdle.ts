/** Milliseconds to wait in browsers without `requestIdleCallback` (Safari). */
const IDLE_FALLBACK_DELAY_MS = 2000;

/** Runs `task` in idle time, and not before `minDelayMs`. Returns a function that cancels it. */
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
