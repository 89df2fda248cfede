import { formatHash, parseHash } from '../core/stopHash';
import type { Player } from './player';

/** Milliseconds until the next try when a browser limits changes of the address (Safari: 100 in 30 s). */
const RETRY_DELAY_MS = 1000;

/**
 * Keeps the URL hash in step with the player's stop. Each step replaces the hash synchronously, without a history entry. A hash
 * that the user edits or goes back to moves the player, and is then normalized. Returns a cleanup function.
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
  const unsubscribe = player.subscribe(write);
  addEventListener('hashchange', read);
  return () => {
    unsubscribe();
    clearTimeout(retry);
    removeEventListener('hashchange', read);
  };
}
