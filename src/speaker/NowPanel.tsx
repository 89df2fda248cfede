import type { ReactElement } from 'react';
import type { SharedShow } from '../core/speakerProtocol';
import { formatStopName } from '../core/stopNumber';
import { stopAt, type Timeline } from '../core/timeline';
import { Picture } from './Preview';

interface NowPanelProps {
  readonly timeline: Timeline;
  readonly show: SharedShow;
}

/** The stop the speaker is at, large, with whatever the room sees instead. */
export function NowPanel({ timeline, show }: NowPanelProps): ReactElement {
  const stop = stopAt(timeline, show.stop);
  const { frozen } = show;
  return (
    <section className="desk-panel desk-now" aria-labelledby="now" data-frozen={frozen === undefined ? undefined : ''}>
      <figure className="desk-now__here" data-hidden={isHidden(show) ? '' : undefined}>
        <figcaption>
          <h2 id="now">
            <span className="desk-label">{frozen === undefined ? 'Now' : 'You are here'}</span> {formatStopName(stop)}{' '}
            <bdi>{stop.source.title}</bdi>
          </h2>
          <Badges show={show} />
        </figcaption>
        <Picture timeline={timeline} stop={stop.index} />
      </figure>
      {frozen !== undefined && (
        <figure className="desk-now__room">
          <figcaption>
            <h3>
              <span className="desk-label">The room sees</span> {formatStopName(stopAt(timeline, frozen))}{' '}
              <bdi>{stopAt(timeline, frozen).source.title}</bdi>
            </h3>
          </figcaption>
          <Picture timeline={timeline} stop={frozen} />
        </figure>
      )}
    </section>
  );
}

/** Whether the room sees something else than the large picture. */
function isHidden({ curtain, frozen }: SharedShow): boolean {
  return curtain !== 'open' || frozen !== undefined;
}

/** What is not as usual, in words and signs. */
function Badges({ show }: { readonly show: SharedShow }): ReactElement {
  return (
    <p className="desk-badges">
      {show.curtain !== 'open' && (
        <span className="desk-badge desk-badge--curtain">
          {show.curtain === 'black' ? '■' : '□'} The room sees {show.curtain}
        </span>
      )}
      {show.frozen !== undefined && <span className="desk-badge desk-badge--frozen">▮▮ Frozen for the room</span>}
      {show.covered && <span className="desk-badge desk-badge--curtain">▣ The room sees a panel over the stage</span>}
      {show.autoplay && <span className="desk-badge desk-badge--autoplay">▶ Autoplay</span>}
      {show.playing && <span className="desk-badge desk-badge--playing">… playing</span>}
    </p>
  );
}
