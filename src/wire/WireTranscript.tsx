import { Fragment, memo, type ReactElement } from 'react';
import { wireLines, wireStopAt, type Wire } from '../core/wire';
import type { Player } from '../player/player';
import { useLatePlayerPart } from '../player/usePlayer';

interface WireTranscriptProps {
  readonly player: Player;
  readonly wire: Wire;
}

/**
 * What crosses at the stop, line by line, for assistive technology; beside the story's own transcript, not in it. It follows
 * once the picture stands.
 */
export const WireTranscript = memo(({ player, wire }: WireTranscriptProps): ReactElement => {
  const timeline = useLatePlayerPart(player, (state) => state.timeline);
  const stop = useLatePlayerPart(player, ({ position }) => position.stop);
  const own = wireStopAt(wire, timeline, stop);
  return (
    <section className="sr-only" aria-label="Under the wire, as text" data-wire-transcript>
      {(own ? wireLines(wire, own) : []).map((line, index) => (
        <Fragment key={index}>
          <p>{line}</p>
          {'\n'}
        </Fragment>
      ))}
    </section>
  );
});
