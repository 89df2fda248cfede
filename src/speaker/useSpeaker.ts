import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Clock } from '../core/clock';
import type { SpeakerStore, SpeakerState } from './speakerStore';

/** The desk’s state, drawn again whenever it changes. */
export function useSpeaker(store: SpeakerStore): SpeakerState {
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** The time of day, in milliseconds since 1970, drawn again with every second. */
export function useWallTime(clock: Clock): number {
  const [wallTime, setCurrentTime] = useState(clock.wallTime);
  useEffect(() => {
    let cancel: () => void;
    const tick = (): void => {
      const now = clock.wallTime();
      setCurrentTime(now);
      cancel = clock.setTimer(1000 - (now % 1000), tick);
    };
    tick();
    return () => cancel();
  }, [clock]);
  return wallTime;
}
