/** Milliseconds after which the task runs even if no frame has been painted. */
const PAINT_TIMEOUT_MS = 100;

/** Runs `task` after the next frame has been painted, or after 100 ms. In a hidden page it runs synchronously. */
export function afterPaint(task: () => void): void {
  if (document.hidden) {
    task();
    return;
  }
  let hasRun = false;
  const runOnce = (): void => {
    if (hasRun) return;
    hasRun = true;
    clearTimeout(timer);
    task();
  };
  const timer = setTimeout(runOnce, PAINT_TIMEOUT_MS);
  requestAnimationFrame(() => setTimeout(runOnce));
}
