import { memo, useDeferredValue, type ReactElement } from 'react';
import type { Stop, Timeline } from '../core/timeline';

/**
 * Everything the current scene has shown up to `stop`, line by line, for assistive technology. A stop is one paragraph
 * with line breaks: an element for each line of a long terminal would take longer to lay out than the stage. It follows
 * once the picture stands, which comes first.
 */
export function Transcript({ timeline, stop }: { readonly timeline: Timeline; readonly stop: Stop }): ReactElement {
  return <Lines timeline={timeline} stop={useDeferredValue(stop)} />;
}

const Lines = memo(({ timeline, stop }: { readonly timeline: Timeline; readonly stop: Stop }): ReactElement => {
  const shown = timeline.stops.slice(stop.index - stop.step, stop.index + 1);
  return (
    <section className="sr-only" aria-label="Transcript" data-transcript>
      {shown.map(({ index, lines }) => (
        <p key={index}>{`${lines.join('\n')}\n`}</p>
      ))}
    </section>
  );
});
