import type { Clock } from '../core/clock';

/** The clock of `performance.now()` and of event timestamps. */
export const browserClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  setTimer: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
