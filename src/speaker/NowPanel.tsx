import type { ReactElement } from 'react';
import type { SharedShowState } from '../core/speakerProtocol';
import { formatStopNumber } from '../core/stopNumber';
import { stopAt, type Timeline } from '../core/timeline';
import { Preview } from './Preview';

interface NowPanelProps {
  readonly timeline: Timeline;
  readonly show: SharedShowState;
}

/** The stop the speaker is at, large, with whatever the room sees instead. */
export function NowPanel({ timeline, show }: NowPanelProps): ReactElement {
  const stop = stopAt(timeline, show.stop);
  const { frozen } = show;
  return (
    <section className="speaker-panel speaker-now" aria-labelledby="now" data-frozen={frozen === undefined ? undefined : ''}>
      <figure className="speaker-now__current" data-hidden={differsFromAudience(show) ? '' : undefined}>
        <figcaption>
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
          <figcaption>
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

/** Whether the room sees something else than the large picture. */
function differsFromAudience({ curtain, frozen }: SharedShowState): boolean {
  return curtain !== 'open' || frozen !== undefined;
}

/** What is not as usual, in words and signs. */
function Badges({ show }: { readonly show: SharedShowState }): ReactElement {
  return (
    <p className="speaker-badges">
      {show.curtain !== 'open' && (
        <span className="speaker-badge speaker-badge--cover">
          {show.curtain === 'black' ? '■' : '□'} The room sees {show.curtain}
        </span>
      )}
      {show.frozen !== undefined && <span className="speaker-badge speaker-badge--frozen">▮▮ Frozen for the room</span>}
      {show.covered && <span className="speaker-badge speaker-badge--cover">▣ The room sees a panel over the stage</span>}
      {show.autoplay && <span className="speaker-badge speaker-badge--autoplay">▶ Autoplay</span>}
      {show.playing && <span className="speaker-badge speaker-badge--playing">… playing</span>}
    </p>
  );
}
