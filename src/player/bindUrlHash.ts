import { formatHash, parseHash } from '../core/stopHash';
import type { Player } from './player';

/** Milliseconds before the address is tried again where a browser counts how often it changes (Safari: 100 in 30 s). */
const RETRY_DELAY_MS = 1000;

/**
 * Keeps the address and the position together: every step replaces the hash at once and adds no history; a hash edited
 * by hand or reached by Back goes there, and is put right. Returns the way to stop.
 */
export function bindUrlHash(player: Player): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    const { timeline, position } = player.getState();
    const hash = formatHash(timeline, position.stop);
    if (location.hash === hash) return;
    clearTimeout(retry);
    try {
      history.replaceState(history.state, '', hash);
    } catch {
      retry = setTimeout(write, RETRY_DELAY_MS);
    }
  };
  const read = (): void => {
    const { timeline, position } = player.getState();
    const stop = parseHash(timeline, location.hash);
    if (stop !== position.stop) player.goTo(stop);
    write();
  };
  write();
  const stop = player.subscribe(write);
  addEventListener('hashchange', read);
  return () => {
    stop();
    clearTimeout(retry);
    removeEventListener('hashchange', read);
  };
}
