import { memo, type ReactElement } from 'react';
import { spokenLines, type Stop, type Timeline } from '../core/timeline';
import { isSettled, type Player } from '../player/player';
import { usePlayerPart } from '../player/usePlayer';
import { useLate } from '../scheduling/useIdleValue';

interface TranscriptProps {
  readonly player: Player;
  readonly timeline: Timeline;
  readonly stop: Stop;
}

/** A stop that stands at once has settled by then, and is not held up by its transcript, in milliseconds. */
const LATE_MS = 200;

/**
 * Everything the current scene has shown up to `stop`, line by line, for assistive technology. A stop is one paragraph
 * with line breaks: an element for each line of a long terminal would take longer to lay out than the stage. It follows
 * the picture, which comes first, but is there when the page says that the stop stands.
 */
export function Transcript({ player, timeline, stop }: TranscriptProps): ReactElement {
  const settled = usePlayerPart(player, isSettled);
  const late = useLate(stop, LATE_MS);
  return <Lines timeline={timeline} stop={settled ? stop : late} />;
}

const Lines = memo(({ timeline, stop }: Omit<TranscriptProps, 'player'>): ReactElement => {
  const shown = timeline.stops.slice(stop.index - stop.step, stop.index + 1);
  return (
    <section className="sr-only" aria-label="Transcript" data-transcript>
      {shown.map((each) => (
        <p key={each.index}>{`${spokenLines(each).join('\n')}\n`}</p>
      ))}
    </section>
  );
});
