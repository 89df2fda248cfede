import type { ReactElement } from 'react';
import { claimAfter, type Claim } from '../core/leaderElection';
import { formatHash } from '../core/stopHash';
import { formatStopName } from '../core/stopNumber';
import type { Stop, Timeline } from '../core/timeline';
import { windowAddress } from '../player/connectSpeakers';
import { tabShelf } from '../player/keyValueStore';

interface BannerProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  readonly session: string;
  readonly startedAt: number | undefined;
  /** The claim of the stage that led. */
  readonly claim: Claim | undefined;
}

/** Says calmly that the stage is not there, and what to do about it. */
export function Banner({ timeline, stop, session, startedAt, claim }: BannerProps): ReactElement {
  const { id } = timeline.story;
  // A window opened from here begins with a copy of what this tab keeps: the running clock and the lead go with it.
  const handOver = (): void => {
    const tab = tabShelf(id);
    tab.write('startedAt', startedAt ?? null);
    tab.write('claim', claimAfter(claim, { id: Math.random().toString(36).slice(2), since: Date.now() }));
  };
  return (
    <section className="desk-banner" role="alert">
      <div>
        <h2>The stage window does not answer</h2>
        <p>
          Bring it to the front if it is still open. If it is closed, open it again: it goes on at stop {formatStopName(stop)} and this
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
        className="desk-button"
        href={windowAddress('session', session, formatHash(timeline, stop.index))}
        target={`understudy-stage-${session}`}
        rel="opener"
        onClick={handOver}
      >
        Open the stage
      </a>
    </section>
  );
}
