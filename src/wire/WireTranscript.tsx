import { Fragment, memo, type ReactElement } from 'react';
import { wireLines, wireStopAt, type WireData } from '../core/wire';
import type { Player } from '../player/player';
import { useIdlePlayerSelector } from '../player/usePlayer';

interface WireTranscriptProps {
  readonly player: Player;
  readonly wire: WireData;
}

/** The messages of the stop as text for assistive technology, beside the transcript. Updated when the page is idle. */
export const WireTranscript = memo(({ player, wire }: WireTranscriptProps): ReactElement => {
  const timeline = useIdlePlayerSelector(player, (state) => state.timeline);
  const stop = useIdlePlayerSelector(player, ({ position }) => position.stop);
  const wireStop = wireStopAt(wire, timeline, stop);
  return (
    <section className="sr-only" aria-label="On the wire, as text" data-wire-transcript>
      {(wireStop ? wireLines(wire, wireStop) : []).map((line, index) => (
        <Fragment key={index}>
          <p>{line}</p>
          {'\n'}
        </Fragment>
      ))}
    </section>
  );
});
