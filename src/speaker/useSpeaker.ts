import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Clock } from '../core/clock';
import type { Desk, DeskState } from './speakerStore';

/** The desk’s state, drawn again whenever it changes. */
export function useDesk(desk: Desk): DeskState {
  return useSyncExternalStore(desk.subscribe, desk.getState);
}

/** The time of day, in milliseconds since 1970, drawn again with every second. */
export function useToday(clock: Clock): number {
  const [today, setToday] = useState(clock.today);
  useEffect(() => {
    let cancel: () => void;
    const tick = (): void => {
      const now = clock.today();
      setToday(now);
      cancel = clock.after(1000 - (now % 1000), tick);
    };
    tick();
    return () => cancel();
  }, [clock]);
  return today;
}
