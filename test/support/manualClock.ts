import type { Clock } from '../../src/core/clock';

/** A clock that the test advances. */
export class ManualClock implements Clock {
  time = 0;
  timers: { at: number; run: () => void }[] = [];

  readonly now = (): number => this.time;
  readonly wallTime = (): number => this.time;

  readonly setTimer = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  };

  /** The clock of another window: the same timers, `ms` ahead. */
  withOffset(ms: number): Clock {
    return { now: () => this.time + ms, wallTime: this.wallTime, setTimer: this.setTimer };
  }

  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const next = this.timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = next.at;
      next.run();
    }
    this.time = end;
  }
}
