import { loadChunk } from '../loading/loadChunk';
import { showNotice } from '../player/notice';
import { afterPrecache } from '../player/serviceWorker';
import type { Player } from '../player/player';
import { whenIdle } from '../scheduling/whenIdle';
import { App } from './App';

/** What paper gets, whoever prints. */
const PRINT_OPTIONS = {
  mode: 'print',
  theme: 'light',
  notes: false,
  transcript: false,
  wire: undefined,
  scene: undefined,
  page: App,
} as const;

/**
 * Prints the whole story in place of the window. A printer waits for nothing, so the handout's code and every face are
 * fetched beforehand, once the page has time and its copy. Without them what is on screen is printed, the presenter is told,
 * and they are fetched again.
 */
export function bindPrint(player: Player): void {
  let handout: typeof import('../handout/mountHandout') | undefined;
  let unmount: (() => void) | undefined;
  const preload = (): void => {
    loadChunk('The pages to print', () => import('../handout/mountHandout'))
      .then((module) => (handout = module))
      .catch(() => {});
    for (const face of document.fonts) face.load().catch(() => {});
  };
  afterPrecache(() => whenIdle(preload));
  addEventListener('beforeprint', () => {
    unmount ??= handout?.mountHandout(player.getState().timeline, PRINT_OPTIONS);
    if (unmount) return;
    preload();
    showNotice('The pages to print are not loaded yet, so this prints what is on screen. Print again in a moment.');
  });
  addEventListener('afterprint', () => {
    unmount?.();
    unmount = undefined;
  });
}
