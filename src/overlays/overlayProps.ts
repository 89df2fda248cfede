import type { KeyEffects } from '../player/keyboard';
import type { Player } from '../player/player';

/** What every overlay is given. */
export interface OverlayProps {
  readonly player: Player;
  readonly effects: KeyEffects;
}
