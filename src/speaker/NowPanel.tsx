import { useState, type CSSProperties, type ReactElement } from 'react';
import { originOf } from '../core/detours';
import type { PointingScreen } from '../core/pointing';
import type { SharedShowState } from '../core/speakerProtocol';
import { formatStopNumber } from '../core/stopNumber';
import { stopAt, type Timeline } from '../core/timeline';
import { TOOL_LABELS } from '../core/tools';
import { lazyComponent } from '../loading/lazyComponent';
import type { Channel } from '../player/channel';
import { Preview } from './Preview';

const SpeakerPointing = lazyComponent('What points at the stage', () => import('../pointing/SpeakerPointing'));

interface NowPanelProps {
  readonly timeline: Timeline;
  readonly show: SharedShowState;
  readonly motion: boolean;
  /** To the stage. Without it, nothing points at the picture. */
  readonly channel: Channel | undefined;
  /** Returns from a detour to the stop it was left from; `at` is the timestamp of the event. Undefined while the stage is offline. */
  readonly onBack: ((at: number) => void) | undefined;
}

/** The current stop, and beside it the stop the audience sees while the stage is frozen. */
export function NowPanel({ timeline, show, motion, channel, onBack }: NowPanelProps): ReactElement {
  const stop = stopAt(timeline, show.stop);
  const { curtain, frozen, tool } = show;
  const [screen, setScreen] = useState<PointingScreen>();
  const differsFromAudience = curtain !== 'open' || frozen !== undefined;
  // Each stop and each tool tries again.
  const attempt = `${stop.index} ${tool}`;
  const [failedAttempt, setFailedAttempt] = useState<string>();
  // Over the picture of what the room sees
  const pointing = channel && (
    <SpeakerPointing
      wanted={attempt}
      onError={() => setFailedAttempt(attempt)}
      props={{ channel, story: timeline.story.id, tool, stop: stopAt(timeline, frozen ?? show.stop), motion, onScreen: setScreen }}
    />
  );
  const ratio = screen && ({ '--ratio': screen.width / screen.height } as CSSProperties);
  return (
    <section className="speaker-panel speaker-now" aria-labelledby="now" data-frozen={frozen === undefined ? undefined : ''}>
      <figure className="speaker-now__current" style={ratio} data-hidden={differsFromAudience ? '' : undefined}>
        <figcaption className="speaker-now__head">
          <h2 id="now">
            <span className="speaker-label">{frozen === undefined ? 'Now' : 'You are here'}</span> {formatStopNumber(stop)}{' '}
            <bdi>{stop.source.title}</bdi>
          </h2>
          <Badges show={show} />
          {failedAttempt === attempt && (
            <p className="speaker-label" role="status">
              What points at this picture could not be loaded. The next stop tries again.
            </p>
          )}
          {stop.detour !== undefined && (
            <button
              type="button"
              className="speaker-small-button"
              disabled={!onBack}
              onClick={(event) => onBack?.(event.timeStamp)}
              title={originOf(timeline, show).source.title}
            >
              ↩ Back to {formatStopNumber(originOf(timeline, show))} <kbd>q</kbd>
            </button>
          )}
        </figcaption>
        <Preview timeline={timeline} stop={stop.index} screen={screen}>
          {frozen === undefined && pointing}
        </Preview>
      </figure>
      {frozen !== undefined && (
        <figure className="speaker-now__audience">
          <figcaption className="speaker-now__head">
            <h3>
              <span className="speaker-label">The room sees</span> {formatStopNumber(stopAt(timeline, frozen))}{' '}
              <bdi>{stopAt(timeline, frozen).source.title}</bdi>
            </h3>
          </figcaption>
          <Preview timeline={timeline} stop={frozen} screen={screen}>
            {pointing}
          </Preview>
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
      {show.typing && <span className="speaker-badge speaker-badge--typing">{'>_'} Your keys type</span>}
      {show.autoplay && <span className="speaker-badge speaker-badge--autoplay">▶ Autoplay</span>}
      {show.tool && <span className="speaker-badge speaker-badge--tool">{TOOL_LABELS[show.tool]} on</span>}
      {show.playing && <span className="speaker-badge speaker-badge--playing">… playing</span>}
    </p>
  );
}
