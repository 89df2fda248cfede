import { loadPart } from '../loading/loadChunk';
import { tellPresenter } from '../player/notice';
import { afterCopy } from '../player/serviceWorker';
import type { Player } from '../player/player';
import { whenIdle } from '../scheduling/whenIdle';
import { App } from './App';

/** What paper gets, whoever prints. */
const PLAIN = { as: 'print', theme: 'light', notes: false, transcript: false, wire: undefined, scene: undefined, page: App } as const;

/**
 * Prints the whole story in place of the window. A printer waits for nothing, so the handout's code and every face are
 * fetched beforehand, once the page has time and its copy. Without them what is on screen is printed, the presenter is told,
 * and they are fetched again.
 */
export function bindPrint(player: Player): void {
  let handout: typeof import('../handout/mountHandout') | undefined;
  let remove: (() => void) | undefined;
  const fetchAll = (): void => {
    loadPart('The pages to print', () => import('../handout/mountHandout'))
      .then((module) => (handout = module))
      .catch(() => {});
    for (const face of document.fonts) face.load().catch(() => {});
  };
  afterCopy(() => whenIdle(fetchAll));
  addEventListener('beforeprint', () => {
    remove ??= handout?.mountHandout(player.getState().timeline, PLAIN);
    if (remove) return;
    fetchAll();
    tellPresenter('The pages to print are not loaded yet, so this prints what is on screen. Print again in a moment.');
  });
  addEventListener('afterprint', () => {
    remove?.();
    remove = undefined;
  });
}
