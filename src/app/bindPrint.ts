import { loadViews } from '../kinds/registry';
import { loadChunk } from '../loading/loadChunk';
import { showNotice } from '../player/notice';
import { afterPrecache } from '../player/serviceWorker';
import type { Player } from '../player/player';
import { whenIdle } from '../scheduling/whenIdle';
import { App } from './App';

const PRINT_OPTIONS = {
  mode: 'print',
  theme: 'light',
  captions: false,
  notes: false,
  transcript: false,
  wire: undefined,
  marks: undefined,
  scene: undefined,
  page: App,
} as const;

/**
 * Prints the handout instead of the window. The browser does not wait for downloads when it prints, so the handout's code,
 * all fonts and pictures are loaded in idle time, after the offline copy. If they are missing, the screen is printed, a notice says so, and
 * they are loaded again.
 */
export function bindPrint(player: Player): void {
  let handout: typeof import('../handout/mountHandout') | undefined;
  let unmount: (() => void) | undefined;
  /** The browser keeps a picture that it has loaded as long as an element has it. */
  const pictures = new Map<string, HTMLImageElement>();
  const preload = (): void => {
    Promise.all([loadChunk('The pages to print', () => import('../handout/mountHandout')), loadViews()])
      .then(([module]) => (handout = module))
      .catch(() => {});
    for (const src of player.getState().timeline.stops.flatMap(({ images = [] }) => images))
      if (!pictures.has(src)) pictures.set(src, Object.assign(new Image(), { src }));
    for (const font of document.fonts) font.load().catch(() => {});
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
