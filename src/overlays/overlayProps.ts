import type { KeyEffects } from '../player/keyboard';
import type { Player } from '../player/player';

export interface OverlayProps {
  readonly player: Player;
  readonly effects: KeyEffects;
}
