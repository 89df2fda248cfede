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

/** Milliseconds of delay, in which a stop without animation settles before its transcript is rendered. */
const UPDATE_DELAY_MS = 200;

/**
 * Everything the current scene has shown up to `stop`, for assistive technology. Each stop is one paragraph with line breaks,
 * as an element per line would take longer to lay out than the stage. It renders in idle time, and at the latest when
 * `data-state` becomes `settled` (ADR 011).
 */
export function Transcript({ player, timeline, stop }: TranscriptProps): ReactElement {
  const hasSettled = usePlayerSelector(player, isSettled);
  const deferredStop = useIdleValue(stop, UPDATE_DELAY_MS);
  return <TranscriptLines timeline={timeline} stop={hasSettled ? stop : deferredStop} />;
}

const TranscriptLines = memo(({ timeline, stop }: Omit<TranscriptProps, 'player'>): ReactElement => {
  const shown = timeline.stops.slice(stop.index - stop.shownStep, stop.index + 1);
  return (
    <section className="sr-only" aria-label="Transcript" data-transcript>
      {shown.map((each) => (
        <p key={each.index}>{`${transcriptLines(each).join('\n')}\n`}</p>
      ))}
    </section>
  );
});
