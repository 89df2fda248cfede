import type { Player } from '../player/player';
import { App } from './App';

/** What paper gets, whoever prints. */
const PLAIN = { as: 'print', theme: 'light', notes: false, transcript: false, wire: undefined, scene: undefined, page: App } as const;

/**
 * Prints the whole story in place of the window. A printer waits for nothing, so the handout's code and every face are
 * fetched beforehand, once the page has time.
 */
export function bindPrint(player: Player): void {
  let handout: typeof import('../handout/mountHandout') | undefined;
  let remove: (() => void) | undefined;
  const fetchAll = (): void => {
    void import('../handout/mountHandout').then((module) => (handout = module)).catch(() => {});
    for (const face of document.fonts) face.load().catch(() => {});
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchAll);
  else setTimeout(fetchAll, 2000);
  addEventListener('beforeprint', () => {
    remove ??= handout?.mountHandout(player.getState().timeline, PLAIN);
  });
  addEventListener('afterprint', () => {
    remove?.();
    remove = undefined;
  });
}
