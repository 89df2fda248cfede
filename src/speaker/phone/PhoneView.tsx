import { useEffect, useMemo, useState, useSyncExternalStore, type CSSProperties, type ReactElement } from 'react';
import { clampTextStep, textScale } from '../../core/settings';
import { formatStopNumber } from '../../core/stopNumber';
import { scheduleTalk } from '../../core/talkTime';
import { stopAt } from '../../core/timeline';
import type { Channel } from '../../player/channel';
import type { KeyValueStore } from '../../player/keyValueStore';
import { isMotionEnabled } from '../../player/motion';
import type { RelayLink } from '../../player/relayLink';
import { describeNextPress } from '../describeNextPress';
import { relayProblem } from '../relayProblem';
import type { SpeakerStore } from '../speakerStore';
import { useRelayState } from '../useRelayState';
import { PhoneNotes } from './PhoneNotes';
import { PhoneTime } from './PhoneTime';
import { PhoneTools } from './PhoneTools';
import { PointingPad } from './PointingPad';
import { PressButton } from './PressButton';

export interface PhoneViewProps {
  readonly store: SpeakerStore;
  readonly channel: Channel;
  readonly relay: RelayLink | undefined;
  readonly localStore: KeyValueStore;
  /** Whether the browser keeps the screen on. */
  readonly staysAwake: boolean;
}

const SETTINGS_KEY = 'phone';

/** The speaker's view for a hand: two large buttons, the notes, the time, and a pad for the laser. */
export function PhoneView({ store, channel, relay, localStore, staysAwake }: PhoneViewProps): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const relayState = useRelayState(relay);
  const [isLight, setLight] = useState(() => localStore.read(SETTINGS_KEY) === 'light');
  const [textStep, setTextStep] = useState(0);
  const { show, rehearsal, timeline, connectionStatus } = state;
  const schedule = useMemo(() => scheduleTalk(store.planned, timeline, rehearsal), [store, timeline, rehearsal]);
  const stop = stopAt(timeline, show.stop);
  const problem = relayProblem(relayState, connectionStatus === 'silent');
  const isOffline = problem !== undefined || connectionStatus !== 'online';
  const next = describeNextPress(timeline, { ...show, motion: isMotionEnabled() });
  useEffect(() => {
    document.documentElement.dataset['theme'] = isLight ? 'light' : 'dark';
    localStore.write(SETTINGS_KEY, isLight ? 'light' : 'dark');
  }, [isLight, localStore]);
  return (
    <div className="phone" lang="en" dir="ltr" style={{ '--notes': textScale(textStep) } as CSSProperties}>
      <header className="phone__head">
        <PhoneTime clock={store.clock} timeline={timeline} schedule={schedule} show={show} />
        <button
          type="button"
          className="phone__small"
          aria-label="A−: smaller notes"
          onClick={() => setTextStep(clampTextStep(textStep - 1))}
        >
          A−
        </button>
        <button
          type="button"
          className="phone__small"
          aria-label="A+: larger notes"
          onClick={() => setTextStep(clampTextStep(textStep + 1))}
        >
          A+
        </button>
        <button type="button" className="phone__small" aria-pressed={isLight} aria-label="Light" onClick={() => setLight(!isLight)}>
          ◐
        </button>
      </header>
      <main className="phone__body">
        {problem !== undefined && (
          <p className="phone__problem" role="alert">
            {problem}
          </p>
        )}
        <section className="phone__main" aria-label="Stop">
          <h1 className="phone__title">
            <b>{formatStopNumber(stop)}</b> <bdi>{stop.source.title}</bdi>
          </h1>
          {show.tool && !isOffline ? (
            <PointingPad channel={channel} timeline={timeline} tool={show.tool} stop={show.frozen ?? show.stop} />
          ) : (
            <PhoneNotes timeline={timeline} stop={stop} staysAwake={staysAwake} />
          )}
          <p className="phone__next" data-kind={next.kind}>
            <span>Next</span> <bdi>{next.headline}</bdi>
          </p>
        </section>
        <PhoneTools store={store} show={show} stop={stop} disabled={isOffline} />
        <div className="phone__buttons">
          <PressButton className="phone__prev" label="Previous" disabled={isOffline} onPress={(at) => store.sendAction('prev', at)}>
            ←
          </PressButton>
          <PressButton className="phone__go" label="Next" disabled={isOffline} onPress={(at) => store.sendAction('next', at)}>
            →
          </PressButton>
        </div>
      </main>
    </div>
  );
}
