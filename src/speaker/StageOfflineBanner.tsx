import type { ReactElement } from 'react';
import { createHigherClaim } from '../core/leaderElection';
import type { PageQuery } from '../core/query';
import { formatHash } from '../core/stopHash';
import { formatStopNumber } from '../core/stopNumber';
import type { Stop, Timeline } from '../core/timeline';
import { windowUrl, writeTimer } from '../player/connectSpeakers';
import { openSessionStore } from '../player/keyValueStore';
import { writeTalk } from '../player/talkStore';
import type { SpeakerState } from './speakerStore';

interface StageOfflineBannerProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  readonly session: string;
  readonly state: SpeakerState;
}

/** Says that the stage does not answer, and opens a new one. */
export function StageOfflineBanner({ timeline, stop, session, state: { show, leader } }: StageOfflineBannerProps): ReactElement {
  const { id } = timeline.story;
  // A window opened from here gets a copy of this tab’s sessionStorage: the new stage continues the clock, and leads.
  const initializeNewStage = (): void => {
    const tab = openSessionStore(id);
    writeTimer(tab, show);
    const query: PageQuery = new URLSearchParams(location.search);
    writeTalk(tab, query.get('cut'), show);
    tab.write('claim', createHigherClaim(leader, { id: Math.random().toString(36).slice(2), since: Date.now() }));
  };
  return (
    <section className="speaker-panel speaker-banner" role="alert">
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
