import { useMemo, type CSSProperties, type ReactElement } from 'react';
import { createPlan } from '../core/pace';
import { textScale } from '../core/settings';
import { stopAt } from '../core/timeline';
import { StageOfflineBanner } from './StageOfflineBanner';
import { SpeakerControls } from './SpeakerControls';
import type { SpeakerStore } from './speakerStore';
import { Header } from './Header';
import { JumpList } from './JumpList';
import { KeyHelp } from './KeyHelp';
import { NextPanel } from './NextPanel';
import { NotesPanel } from './NotesPanel';
import { NowPanel } from './NowPanel';
import { TimePanel } from './TimePanel';
import { useSpeaker } from './useSpeaker';

interface SpeakerWindowProps {
  readonly store: SpeakerStore;
  readonly session: string;
  /** Whether the stage plays its stops. */
  readonly motion: boolean;
}

/** The speaker window: what the room sees, what comes next, what to say, and how time goes. */
export function SpeakerWindow({ store, session, motion }: SpeakerWindowProps): ReactElement {
  const { connectionStatus, show, rehearsal, leader, settings, pendingNumber, isHelpOpen } = useSpeaker(store);
  const { timeline } = store;
  const plan = useMemo(() => createPlan(timeline, rehearsal), [timeline, rehearsal]);
  const stop = stopAt(timeline, show.stop);
  return (
    <div className="speaker" lang="en" dir="ltr" style={{ '--notes': textScale(settings.textStep) } as CSSProperties}>
      <div className="speaker__top">
        <Header
          store={store}
          stop={stop}
          connectionStatus={connectionStatus}
          pendingNumber={pendingNumber?.text}
          theme={settings.theme}
          isHelpOpen={isHelpOpen}
        />
        {connectionStatus === 'silent' && (
          <StageOfflineBanner timeline={timeline} stop={stop} session={session} startedAt={show.startedAt} leader={leader} />
        )}
      </div>
      <main className="speaker__main">
        <NowPanel timeline={timeline} show={show} />
        <NextPanel timeline={timeline} input={{ ...show, pendingNumber: pendingNumber?.text, motion }} />
        <NotesPanel store={store} stop={stop} isWireOpen={show.wire} />
        <TimePanel
          clock={store.clock}
          plan={plan}
          stop={stop.index}
          startedAt={show.startedAt}
          onReset={connectionStatus === 'silent' ? undefined : (at) => store.sendAction('resetTimer', at)}
        />
        <JumpList
          timeline={timeline}
          current={stop.index}
          frozen={show.frozen}
          onGo={connectionStatus === 'silent' ? undefined : store.goTo}
        />
      </main>
      <SpeakerControls store={store} show={show} disabled={connectionStatus === 'silent'} />
      {isHelpOpen && <KeyHelp story={timeline.story} onClose={() => store.setHelpOpen(false)} />}
    </div>
  );
}
