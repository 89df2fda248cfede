import { Fragment, type ReactElement } from 'react';
import type { Stop, Timeline } from '../core/timeline';

/** Everything the current scene has shown up to `stop`, line by line, for assistive technology. */
export function Transcript({ timeline, stop }: { readonly timeline: Timeline; readonly stop: Stop }): ReactElement {
  const shown = timeline.stops.slice(stop.index - stop.step, stop.index + 1);
  return (
    <section className="sr-only" aria-label="Transcript" data-transcript>
      {shown.map((each) => (
        <Fragment key={each.index}>
          {each.lines.map((line, index) => (
            <Fragment key={index}>
              <p>{line}</p>
              {'\n'}
            </Fragment>
          ))}
        </Fragment>
      ))}
    </section>
  );
}
