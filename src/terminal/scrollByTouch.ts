/**
 * Scrolls `host` by touch, which xterm.js 6 does not support. Scrolls whole rows; the rest of a row counts towards the next move.
 * Returns a cleanup function.
 */
export function scrollByTouch(host: HTMLElement, rowHeight: () => number, scrollRows: (rows: number) => void): () => void {
  let lastY: number | undefined;
  let remainder = 0;
  const onStart = (event: TouchEvent): void => {
    lastY = event.touches[0]?.clientY;
    remainder = 0;
  };
  const onMove = (event: TouchEvent): void => {
    const y = event.touches[0]?.clientY;
    if (lastY === undefined || y === undefined) return;
    remainder += lastY - y;
    lastY = y;
    const rows = Math.trunc(remainder / rowHeight());
    if (rows === 0) return;
    remainder -= rows * rowHeight();
    scrollRows(rows);
  };
  host.addEventListener('touchstart', onStart, { passive: true });
  host.addEventListener('touchmove', onMove, { passive: true });
  return () => {
    host.removeEventListener('touchstart', onStart);
    host.removeEventListener('touchmove', onMove);
  };
}
