import { useMemo, useSyncExternalStore, type CSSProperties, type ReactElement } from 'react';
import { adviseDrops } from '../core/adviseDrops';
import { droppableNow } from '../core/droppableNow';
import { textScale } from '../core/settings';
import { scheduleTalk } from '../core/talkTime';
import { stopAt } from '../core/timeline';
import type { Channel } from '../player/channel';
import { isMotionEnabled, watchMotion } from '../player/motion';
import type { RelayLink } from '../player/relayLink';
import { lazyComponent } from '../loading/lazyComponent';
import { RelayBanner } from './RelayBanner';
import { StageOfflineBanner } from './StageOfflineBanner';
import { ScreensNotice } from './ScreensNotice';
import { StartNotice } from './StartNotice';
import { SpeakerControls } from './SpeakerControls';
import type { SpeakerStore } from './speakerStore';
import { Header } from './Header';
import { JumpList } from './JumpList';
import { KeyHelp } from './KeyHelp';
import { NextPanel } from './NextPanel';
import { NotesPanel } from './NotesPanel';
import { NowPanel } from './NowPanel';
import { TimePanel } from './TimePanel';
import { useRelayState } from './useRelayState';

const Devices = lazyComponent('The list of devices', () => import('./Devices'));

interface SpeakerWindowProps {
  readonly store: SpeakerStore;
  readonly session: string;
  /** To the stage, for what points at it. @default nothing points */
  readonly channel?: Channel;
  /** The relay of `understudy present --remote`. @default none */
  readonly relay?: RelayLink | undefined;
  /** What to say until the talk moves on. @default nothing */
  readonly notice?: string | undefined;
}

export function SpeakerWindow({ store, session, channel, relay, notice }: SpeakerWindowProps): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const motion = useSyncExternalStore(watchMotion, isMotionEnabled);
  const { show, rehearsal, settings, pendingNumber, isHelpOpen, isDevicesOpen } = state;
  const relayState = useRelayState(relay);
  const isRemote = relayState !== undefined && relayState.view !== 'presenter';
  const { timeline } = store;
  const schedule = useMemo(() => scheduleTalk(store.planned, timeline, rehearsal), [store, timeline, rehearsal]);
  const stop = stopAt(timeline, show.stop);
  const droppable = useMemo(() => droppableNow(store.whole, timeline, show), [store, timeline, show]);
  const isOffline = state.connectionStatus === 'silent';
  return (
    <div className="speaker" lang="en" dir="ltr" style={{ '--notes': textScale(settings.textStep) } as CSSProperties}>
      <div className="speaker__top">
        <Header store={store} state={state} stop={stop} relay={relayState} />
        {isOffline && !isRemote && <StageOfflineBanner timeline={timeline} stop={stop} session={session} state={state} />}
        {isRemote && <RelayBanner relay={relayState} isOffline={isOffline} />}
        <StartNotice text={notice} stop={show.stop} />
        {!isRemote && <ScreensNotice arrival={show.arrival} />}
      </div>
      <main className="speaker__main">
        <NowPanel
          timeline={timeline}
          show={show}
          motion={motion}
          channel={channel}
          onBack={isOffline ? undefined : (at) => store.sendAction('detour', at)}
        />
        <NextPanel
          timeline={timeline}
          input={{ ...show, pendingNumber: pendingNumber?.text, motion }}
          onType={isOffline ? undefined : store.sendAction}
        />
        <NotesPanel store={store} stop={stop} isWireOpen={show.wire} onGo={isOffline ? undefined : store.goTo} />
        <TimePanel
          clock={store.clock}
          timeline={timeline}
          schedule={schedule}
          show={show}
          advise={(behind) => adviseDrops(timeline, schedule.plan, droppable.drop, behind)}
          onDrop={isOffline ? undefined : (stops, at) => store.drop('drop', stops, at)}
          pausesWithBlack={settings.pausesWithBlack}
          onTogglePause={store.togglePauseWithBlack}
          onTimer={isOffline ? undefined : store.sendAction}
        />
        <JumpList
          timeline={timeline}
          whole={store.whole}
          current={stop.index}
          frozen={show.frozen}
          droppable={droppable}
          actions={isOffline ? undefined : store}
        />
      </main>
      <SpeakerControls store={store} show={show} disabled={isOffline} />
      {relay && (
        <Devices
          wanted={isDevicesOpen}
          onError={() => store.setDevicesOpen(false)}
          props={{ relay, onClose: () => store.setDevicesOpen(false) }}
        />
      )}
      {isHelpOpen && <KeyHelp story={timeline.story} onClose={() => store.setHelpOpen(false)} />}
    </div>
  );
}
