import type { ReactElement } from 'react';
import type { Player } from '../player/player';
import { useStage } from '../player/usePlayer';
import { Panel } from './Panel';
import { useWire } from './useWire';
import { WireTranscript } from './WireTranscript';
import css from './wire.css?inline';

/**
 * What crosses between the parties, beside the stage while it is asked for, and as text for assistive technology. A
 * chunk of its own with its own styles: stories without it never load it, and others not before the page has time.
 */
export default function Wire({ player }: { readonly player: Player }): ReactElement | null {
  const { timeline, position, motion, show } = useStage(player);
  const wire = useWire();
  if (!wire) return null;
  return (
    <>
      {show.wire && (
        <>
          <style>{css}</style>
          <Panel
            player={player}
            wire={wire}
            timeline={timeline}
            position={position}
            open={show.wire.message}
            motion={motion}
            curtain={show.curtain}
            scale={show.settings.textStep}
          />
        </>
      )}
      <WireTranscript wire={wire} timeline={timeline} stop={position.stop} />
    </>
  );
}
