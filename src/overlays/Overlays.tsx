import type { ReactElement } from 'react';
import type { Overlay } from '../core/show';
import type { KeyEffects } from '../player/keyboard';
import type { Player } from '../player/player';
import { GoTo } from './GoTo';
import { Help } from './Help';
import css from './overlays.css?inline';
import { Overview } from './Overview';
import { Preflight } from './Preflight';
import { Rehearsal } from './RehearsalOverlay';

/** What every overlay is given. */
export interface OverlayProps {
  readonly player: Player;
  readonly effects: KeyEffects;
}

const OVERLAYS: Readonly<Record<Overlay, (props: OverlayProps) => ReactElement>> = {
  help: Help,
  overview: Overview,
  goto: GoTo,
  preflight: Preflight,
  rehearsal: Rehearsal,
};

/** What lies over the stage: a chunk of its own with its own styles, loaded when first asked for. */
export default function Overlays({ overlay, ...props }: OverlayProps & { readonly overlay: Overlay }): ReactElement {
  const Shown = OVERLAYS[overlay];
  return (
    <>
      <style>{css}</style>
      <Shown {...props} />
    </>
  );
}
