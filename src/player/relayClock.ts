const SAMPLES = 8;

/** How far the relay's clock is ahead of this device's. Each answer for the time is a sample; the quickest of the last ones counts. */
export class RelayClock {
  #samples: { readonly delay: number; readonly offset: number }[] = [];

  /** Milliseconds; 0 without a sample, and on the presenter's computer, whose clock the relay has. */
  offset = 0;

  /** Adds the answer to a question that was sent at `sent` of this clock; `sent` is 0 on the presenter's computer. */
  add({ sent, time }: { readonly sent: number; readonly time: number }, now: number): void {
    if (sent === 0) return;
    this.#samples = [...this.#samples, { delay: now - sent, offset: time - (sent + now) / 2 }].slice(-SAMPLES);
    this.offset = this.#samples.reduce((best, each) => (each.delay < best.delay ? each : best)).offset;
  }
}
