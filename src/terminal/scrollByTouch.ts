/**
 * Scrolls by touch, which xterm.js 6 does not do. The finger moves whole rows; what is left of a row is kept for the
 * next move. Returns the way to stop.
 */
export function scrollByTouch(host: HTMLElement, rowHeight: () => number, scroll: (rows: number) => void): () => void {
  let last: number | undefined;
  let rest = 0;
  const onStart = (event: TouchEvent): void => {
    last = event.touches[0]?.clientY;
    rest = 0;
  };
  const onMove = (event: TouchEvent): void => {
    const y = event.touches[0]?.clientY;
    if (last === undefined || y === undefined) return;
    rest += last - y;
    last = y;
    const rows = Math.trunc(rest / rowHeight());
    if (rows === 0) return;
    rest -= rows * rowHeight();
    scroll(rows);
  };
  host.addEventListener('touchstart', onStart, { passive: true });
  host.addEventListener('touchmove', onMove, { passive: true });
  return () => {
    host.removeEventListener('touchstart', onStart);
    host.removeEventListener('touchmove', onMove);
  };
}
