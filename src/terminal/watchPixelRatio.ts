/**
 * Calls `onChange` when a pixel of the screen becomes another size: the window is on another screen, or the browser zooms.
 * The window may keep its size in CSS pixels then, and no observer of sizes tells. Returns a cleanup function.
 */
export function watchPixelRatio(onChange: () => void): () => void {
  let query: MediaQueryList;
  let request = 0;
  // A query holds for one density: each change asks for the next.
  const subscribe = (): void => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', change, { once: true });
  };
  const change = (): void => {
    subscribe();
    cancelAnimationFrame(request);
    // In the same frame, after others that watch: xterm.js measures its cells then.
    request = requestAnimationFrame(onChange);
  };
  subscribe();
  return () => {
    query.removeEventListener('change', change);
    cancelAnimationFrame(request);
  };
}
