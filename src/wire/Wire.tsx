import type { ReactElement } from 'react';
import type { WireData as Exchange } from '../core/wire';
import type { Player } from '../player/player';
import { usePlayerSelector, useStageState } from '../player/usePlayer';
import { WirePanel } from './WirePanel';
import { useWire } from './useWire';
import { WireTranscript } from './WireTranscript';
import css from './wire.css?inline';

/**
 * What crosses between the parties, beside the stage while it is asked for, and as text for assistive technology. A
 * chunk of its own with its own styles: stories without it never load it, and others not before the page has time.
 */
export default function Wire({ player }: { readonly player: Player }): ReactElement | null {
  const isOpen = usePlayerSelector(player, ({ show }) => show.wire !== undefined);
  const wire = useWire();
  if (!wire) return null;
  return (
    <>
      {isOpen && <OpenWirePanel player={player} wire={wire} />}
      <WireTranscript player={player} wire={wire} />
    </>
  );
}

/** The panel, in step with the stage. */
function OpenWirePanel({ player, wire }: { readonly player: Player; readonly wire: Exchange }): ReactElement {
  const { timeline, position, motion, show } = useStageState(player);
  return (
    <>
      <style>{css}</style>
      <WirePanel
        player={player}
        wire={wire}
        timeline={timeline}
        position={position}
        openMessageId={show.wire?.message}
        motion={motion}
        curtain={show.curtain}
        textStep={show.settings.textStep}
      />
    </>
  );
}
