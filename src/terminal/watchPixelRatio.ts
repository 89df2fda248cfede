/**
 * Calls `onChange` when `devicePixelRatio` changes: the browser zooms, or the window moves to another screen. A ResizeObserver
 * misses this, as sizes in CSS pixels may stay the same. Returns a cleanup function.
 */
export function watchPixelRatio(onChange: () => void): () => void {
  let query: MediaQueryList;
  let request = 0;
  // A media query matches one ratio only, so each change needs a new one.
  const subscribe = (): void => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', change, { once: true });
  };
  const change = (): void => {
    subscribe();
    cancelAnimationFrame(request);
    // Later in the same frame: xterm.js measures its cells in a listener of its own first.
    request = requestAnimationFrame(onChange);
  };
  subscribe();
  return () => {
    query.removeEventListener('change', change);
    cancelAnimationFrame(request);
  };
}
