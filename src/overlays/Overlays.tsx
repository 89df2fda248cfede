import type { ReactElement } from 'react';
import type { OverlayName } from '../core/show';
import { GoTo } from './GoTo';
import { Help } from './Help';
import css from './overlays.css?inline';
import { Overview } from './Overview';
import { Preflight } from './Preflight';
import type { OverlayProps } from './overlayProps';
import { RehearsalOverlay } from './RehearsalOverlay';

const OVERLAYS: Readonly<Record<OverlayName, (props: OverlayProps) => ReactElement>> = {
  help: Help,
  overview: Overview,
  goto: GoTo,
  preflight: Preflight,
  rehearsal: RehearsalOverlay,
};

/** The root of the overlays chunk, which is loaded when an overlay first opens. */
export default function Overlays({ overlay, ...props }: OverlayProps & { readonly overlay: OverlayName }): ReactElement {
  const OverlayComponent = OVERLAYS[overlay];
  return (
    <>
      <style>{css}</style>
      <OverlayComponent {...props} />
    </>
  );
}
