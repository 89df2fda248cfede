import { memo, type ReactElement } from 'react';
import { transcriptLines, type Stop, type Timeline } from '../core/timeline';
import { isSettled, type Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';
import { useIdleValue } from '../scheduling/useIdleValue';

interface TranscriptProps {
  readonly player: Player;
  readonly timeline: Timeline;
  readonly stop: Stop;
}

/** A stop that stands at once has settled by then, and is not held up by its transcript, in milliseconds. */
const UPDATE_DELAY_MS = 200;

/**
 * Everything the current scene has shown up to `stop`, line by line, for assistive technology. A stop is one paragraph
 * with line breaks: an element for each line of a long terminal would take longer to lay out than the stage. It follows
 * the picture, which comes first, but is there when the page says that the stop stands.
 */
export function Transcript({ player, timeline, stop }: TranscriptProps): ReactElement {
  const settled = usePlayerSelector(player, isSettled);
  const deferredStop = useIdleValue(stop, UPDATE_DELAY_MS);
  return <TranscriptLines timeline={timeline} stop={settled ? stop : deferredStop} />;
}

const TranscriptLines = memo(({ timeline, stop }: Omit<TranscriptProps, 'player'>): ReactElement => {
  const shown = timeline.stops.slice(stop.index - stop.step, stop.index + 1);
  return (
    <section className="sr-only" aria-label="Transcript" data-transcript>
      {shown.map((each) => (
        <p key={each.index}>{`${transcriptLines(each).join('\n')}\n`}</p>
      ))}
    </section>
  );
});
