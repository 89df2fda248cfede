import type { ReactElement } from 'react';
import { createHigherClaim, type LeaderClaim } from '../core/leaderElection';
import { formatHash } from '../core/stopHash';
import { formatStopNumber } from '../core/stopNumber';
import type { Stop, Timeline } from '../core/timeline';
import { windowUrl } from '../player/connectSpeakers';
import { openSessionStore } from '../player/keyValueStore';

interface StageOfflineBannerProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  readonly session: string;
  readonly startedAt: number | undefined;
  /** The claim of the stage that led. */
  readonly leader: LeaderClaim | undefined;
}

/** Says calmly that the stage is not there, and what to do about it. */
export function StageOfflineBanner({ timeline, stop, session, startedAt, leader }: StageOfflineBannerProps): ReactElement {
  const { id } = timeline.story;
  // A window opened from here begins with a copy of what this tab keeps: the running clock and the lead go with it.
  const initializeNewStage = (): void => {
    const tab = openSessionStore(id);
    tab.write('startedAt', startedAt ?? null);
    tab.write('claim', createHigherClaim(leader, { id: Math.random().toString(36).slice(2), since: Date.now() }));
  };
  return (
    <section className="speaker-banner" role="alert">
      <div>
        <h2>The stage window does not answer</h2>
        <p>
          Bring it to the front if it is still open. If it is closed, open it again: it goes on at stop {formatStopNumber(stop)} and this
          window follows it. Until then keys pressed here move nothing.
        </p>
        {location.protocol === 'file:' && (
          <p>
            The page was opened from a disk, where browsers may keep windows apart. Open this window with s on the stage, or put the page on
            a web server.
          </p>
        )}
      </div>
      <a
        className="speaker-button"
        href={windowUrl('session', session, formatHash(timeline, stop.index))}
        target={`understudy-stage-${session}`}
        rel="opener"
        onClick={initializeNewStage}
      >
        Open the stage
      </a>
    </section>
  );
}
