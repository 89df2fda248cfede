import type { Clock } from '../core/clock';

/** The browser's clock. Its zero is the page's, as for event timestamps. */
export const browserClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  setTimer: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
