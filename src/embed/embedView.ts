import type { ComponentType } from 'react';
import type { EmbedOptions } from '../core/embed';
import { createStore, type Store } from '../core/createStore';
import { loadChunk } from '../loading/loadChunk';
import type { Player } from '../player/player';

/** What an embedded page shows around its stage. */
export interface EmbedView {
  readonly Captions: ComponentType<{ readonly player: Player }> | undefined;
  readonly controls: boolean;
  /** Whether the host has had it play by itself: then there is a button that pauses. */
  readonly hasAutoplay: boolean;
}

export type EmbedViewStore = Store<EmbedView>;

export const createEmbedView = (view: EmbedView): EmbedViewStore => createStore(view);

/** Changes what is shown, at once; captions as soon as their code has loaded. */
export function applyOptions(player: Player, view: EmbedViewStore, { theme, captions, controls }: EmbedOptions): void {
  const set = (change: Partial<EmbedView>): void => view.setState({ ...view.getState(), ...change });
  if (theme && theme !== player.getState().show.settings.theme) player.press('theme');
  if (controls !== undefined && controls !== view.getState().controls) set({ controls });
  if (captions === undefined || captions === player.showsCaptions) return;
  player.showsCaptions = captions;
  if (captions)
    loadChunk('The captions', () => import('../stage/CaptionBand')).then(
      ({ CaptionBand }) => player.showsCaptions && set({ Captions: CaptionBand }),
      () => (player.showsCaptions = false),
    );
  else set({ Captions: undefined });
}
