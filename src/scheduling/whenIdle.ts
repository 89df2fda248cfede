/**
 * Milliseconds after which a task runs although the page was not idle. Chromium at times gives a page with frames no idle
 * time at all while nothing happens in it. Browsers without `requestIdleCallback` (Safari) always wait this long.
 */
const MAX_WAIT_MS = 2000;

/** Runs `task` in idle time, not before `minDelayMs` and at most two seconds later. Returns a function that cancels it. */
export function whenIdle(task: () => void, minDelayMs = 0): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(task, Math.max(minDelayMs, MAX_WAIT_MS));
    return () => clearTimeout(timer);
  }
  let request = 0;
  const requestIdle = (): void => {
    request = requestIdleCallback(task, { timeout: MAX_WAIT_MS });
  };
  const timer = minDelayMs > 0 ? setTimeout(requestIdle, minDelayMs) : undefined;
  if (timer === undefined) requestIdle();
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(request);
  };
}
