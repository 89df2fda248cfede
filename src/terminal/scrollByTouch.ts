/**
 * Scrolls by touch, which xterm.js 6 does not do. The finger moves whole rows; what is left of a row is kept for the
 * next move. Returns the way to stop.
 */
export function scrollByTouch(host: HTMLElement, rowHeight: () => number, scroll: (rows: number) => void): () => void {
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
    scroll(rows);
  };
  host.addEventListener('touchstart', onStart, { passive: true });
  host.addEventListener('touchmove', onMove, { passive: true });
  return () => {
    host.removeEventListener('touchstart', onStart);
    host.removeEventListener('touchmove', onMove);
  };
}
