import type { ReactElement } from 'react';
import type { OverlayName } from '../core/show';
import type { KeyEffects } from '../player/keyboard';
import type { Player } from '../player/player';
import { GoTo } from './GoTo';
import { Help } from './Help';
import css from './overlays.css?inline';
import { Overview } from './Overview';
import { Preflight } from './Preflight';
import { RehearsalOverlay } from './RehearsalOverlay';

/** What every overlay is given. */
export interface OverlayProps {
  readonly player: Player;
  readonly effects: KeyEffects;
}

const OVERLAYS: Readonly<Record<OverlayName, (props: OverlayProps) => ReactElement>> = {
  help: Help,
  overview: Overview,
  goto: GoTo,
  preflight: Preflight,
  rehearsal: RehearsalOverlay,
};

/** What lies over the stage: a chunk of its own with its own styles, loaded when first asked for. */
export default function Overlays({ overlay, ...props }: OverlayProps & { readonly overlay: OverlayName }): ReactElement {
  const OverlayComponent = OVERLAYS[overlay];
  return (
    <>
      <style>{css}</style>
      <OverlayComponent {...props} />
    </>
  );
}
