import type { ReactElement } from 'react';
import type { SharedShowState } from '../core/speakerProtocol';
import { formatStopNumber } from '../core/stopNumber';
import { stopAt, type Timeline } from '../core/timeline';
import { Preview } from './Preview';

interface NowPanelProps {
  readonly timeline: Timeline;
  readonly show: SharedShowState;
}

/** The current stop, and beside it the stop the audience sees while the stage is frozen. */
export function NowPanel({ timeline, show }: NowPanelProps): ReactElement {
  const stop = stopAt(timeline, show.stop);
  const { curtain, frozen } = show;
  const differsFromAudience = curtain !== 'open' || frozen !== undefined;
  return (
    <section className="speaker-panel speaker-now" aria-labelledby="now" data-frozen={frozen === undefined ? undefined : ''}>
      <figure className="speaker-now__current" data-hidden={differsFromAudience ? '' : undefined}>
        <figcaption className="speaker-now__head">
          <h2 id="now">
            <span className="speaker-label">{frozen === undefined ? 'Now' : 'You are here'}</span> {formatStopNumber(stop)}{' '}
            <bdi>{stop.source.title}</bdi>
          </h2>
          <Badges show={show} />
        </figcaption>
        <Preview timeline={timeline} stop={stop.index} />
      </figure>
      {frozen !== undefined && (
        <figure className="speaker-now__audience">
          <figcaption className="speaker-now__head">
            <h3>
              <span className="speaker-label">The room sees</span> {formatStopNumber(stopAt(timeline, frozen))}{' '}
              <bdi>{stopAt(timeline, frozen).source.title}</bdi>
            </h3>
          </figcaption>
          <Preview timeline={timeline} stop={frozen} />
        </figure>
      )}
    </section>
  );
}

function Badges({ show }: { readonly show: SharedShowState }): ReactElement {
  return (
    <p className="speaker-badges">
      {show.curtain !== 'open' && (
        <span className="speaker-badge">
          {show.curtain === 'black' ? '■' : '□'} The room sees {show.curtain}
        </span>
      )}
      {show.frozen !== undefined && <span className="speaker-badge speaker-badge--frozen">▮▮ Frozen for the room</span>}
      {show.covered && <span className="speaker-badge">▣ The room sees a panel over the stage</span>}
      {show.autoplay && <span className="speaker-badge speaker-badge--autoplay">▶ Autoplay</span>}
      {show.playing && <span className="speaker-badge speaker-badge--playing">… playing</span>}
    </p>
  );
}
