import { Fragment, memo, useDeferredValue, type ReactElement } from 'react';
import type { Timeline } from '../core/timeline';
import { wireLines, wireStopAt, type Wire } from '../core/wire';

interface WireTranscriptProps {
  readonly wire: Wire;
  readonly timeline: Timeline;
  readonly stop: number;
}

/**
 * What crosses at the stop, line by line, for assistive technology; beside the story's own transcript, not in it. It follows
 * once the picture stands.
 */
export function WireTranscript({ wire, timeline, stop }: WireTranscriptProps): ReactElement {
  return <Lines wire={wire} timeline={timeline} stop={useDeferredValue(stop)} />;
}

const Lines = memo(({ wire, timeline, stop }: WireTranscriptProps): ReactElement => {
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
