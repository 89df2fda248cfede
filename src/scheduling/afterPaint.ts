/** How long a picture is waited for, in milliseconds. */
const PAINT_TIMEOUT_MS = 100;

/** Does `task` once the next picture is drawn; at once where nobody sees one, and soon where none comes. */
export function afterPaint(task: () => void): void {
  if (document.hidden) {
    task();
    return;
  }
  let done = false;
  const runOnce = (): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    task();
  };
  const timer = setTimeout(runOnce, PAINT_TIMEOUT_MS);
  requestAnimationFrame(() => setTimeout(runOnce));
}
