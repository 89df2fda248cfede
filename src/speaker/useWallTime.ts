import { useEffect, useState } from 'react';
import type { Clock } from '../core/clock';

/** Returns the wall time in milliseconds since 1970, updated at each full second. */
export function useWallTime(clock: Clock): number {
  const [wallTime, setWallTime] = useState(clock.wallTime);
  useEffect(() => {
    let cancel: () => void;
    const tick = (): void => {
      const now = clock.wallTime();
      setWallTime(now);
      cancel = clock.setTimer(1000 - (now % 1000), tick);
    };
    tick();
    return () => cancel();
  }, [clock]);
  return wallTime;
}
