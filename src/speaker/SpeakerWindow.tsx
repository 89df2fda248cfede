import { useMemo, type CSSProperties, type ReactElement } from 'react';
import { planOf } from '../core/pace';
import { textScale } from '../core/settings';
import { stopAt } from '../core/timeline';
import { Banner } from './StageOfflineBanner';
import { Controls } from './SpeakerControls';
import type { Desk } from './speakerStore';
import { Header } from './Header';
import { JumpList } from './JumpList';
import { KeyHelp } from './KeyHelp';
import { NextPanel } from './NextPanel';
import { Notes } from './NotesPanel';
import { NowPanel } from './NowPanel';
import { Times } from './TimePanel';
import { useDesk } from './useSpeaker';

interface SpeakerProps {
  readonly desk: Desk;
  readonly session: string;
  /** Whether the stage plays its stops. */
  readonly motion: boolean;
}

/** The speaker window: what the room sees, what comes next, what to say, and how time goes. */
export function Speaker({ desk, session, motion }: SpeakerProps): ReactElement {
  const { line, show, rehearsal, stage, settings, typed, help } = useDesk(desk);
  const { timeline } = desk;
  const plan = useMemo(() => planOf(timeline, rehearsal), [timeline, rehearsal]);
  const stop = stopAt(timeline, show.stop);
  return (
    <div className="desk" lang="en" dir="ltr" style={{ '--notes': textScale(settings.textStep) } as CSSProperties}>
      <div className="desk__top">
        <Header desk={desk} stop={stop} line={line} typed={typed?.text} theme={settings.theme} help={help} />
        {line === 'silent' && <Banner timeline={timeline} stop={stop} session={session} startedAt={show.startedAt} claim={stage} />}
      </div>
      <main className="desk__main">
        <NowPanel timeline={timeline} show={show} />
        <NextPanel timeline={timeline} situation={{ ...show, typed: typed?.text, motion }} />
        <Notes desk={desk} stop={stop} wire={show.wire} />
        <Times
          clock={desk.clock}
          plan={plan}
          stop={stop.index}
          startedAt={show.startedAt}
          onReset={line === 'silent' ? undefined : (at) => desk.wish('resetTimer', at)}
        />
        <JumpList timeline={timeline} current={stop.index} frozen={show.frozen} onGo={line === 'silent' ? undefined : desk.goTo} />
      </main>
      <Controls desk={desk} show={show} disabled={line === 'silent'} />
      {help && <KeyHelp story={timeline.story} onClose={() => desk.showHelp(false)} />}
    </div>
  );
}
