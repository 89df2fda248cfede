import type { Terminal } from '@xterm/headless';

/** Returns a function that tells whether the cursor is visible; xterm.js has no API for it. */
export function trackCursorVisibility({ parser }: Terminal): () => boolean {
  let shown = true;
  const set = (to: boolean) => (params: readonly (number | readonly number[])[]) => {
    if (params.includes(25)) shown = to;
    return false;
  };
  const reset = (): boolean => {
    shown = true;
    return false;
  };
  parser.registerCsiHandler({ prefix: '?', final: 'h' }, set(true));
  parser.registerCsiHandler({ prefix: '?', final: 'l' }, set(false));
  parser.registerCsiHandler({ intermediates: '!', final: 'p' }, reset);
  parser.registerEscHandler({ final: 'c' }, reset);
  return () => shown;
}
