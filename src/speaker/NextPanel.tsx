import type { ReactElement } from 'react';
import type { Timeline } from '../core/timeline';
import { nextPress, type Situation } from './describeNextPress';
import { Picture } from './Preview';

interface NextPanelProps {
  readonly timeline: Timeline;
  readonly situation: Situation;
}

/** What the next press does, and the stop after this one. */
export function NextPanel({ timeline, situation }: NextPanelProps): ReactElement {
  const { kind, headline, happens, brings, more } = nextPress(timeline, situation);
  const following = situation.stop + 1;
  return (
    <section className="desk-panel desk-next" aria-labelledby="next">
      <div className="desk-next__words">
        <h2 id="next" className="desk-label">
          Your next press
        </h2>
        <p className="desk-next__does" data-kind={kind}>
          {headline}
        </p>
        {happens.length > 0 && (
          <ul className="desk-next__happens">
            {happens.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
        {brings.length > 0 && (
          <div className="desk-next__brings">
            {brings.map((line, index) => (
              <p key={index} dir="auto">
                {line}
              </p>
            ))}
            {more > 0 && (
              <p className="desk-next__more">
                and {more} more {more === 1 ? 'line' : 'lines'}
              </p>
            )}
          </div>
        )}
      </div>
      {following < timeline.stops.length ? (
        <Picture timeline={timeline} stop={following} />
      ) : (
        <div className="desk-picture desk-picture--end">
          <p>The end: nothing comes after this stop.</p>
        </div>
      )}
    </section>
  );
}
