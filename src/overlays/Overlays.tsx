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
