/** Where output goes: xterm.js, or its headless twin in tests. `done` is called once the data is on the screen's buffer. */
export interface Sink {
  write(data: string, done: () => void): void;
}

/** Full reset (RIS). Inside a write it clears without painting a blank frame, which `Terminal.reset()` does not. */
export const RESET = '\x1bc';

/**
 * Brings a terminal to a wanted output, however fast the wish changes. One write is in flight at a time; if the
 * wanted output continues what stands, only the rest is written, otherwise everything is, after a reset.
 */
export class ScreenWriter {
  readonly #sink: Sink;
  /** What the screen shows; undefined when it must be written anew. */
  #applied: string | undefined;
  #wanted = '';
  #busy = false;
  #disposed = false;
  #waiting: (() => void)[] = [];

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Makes `output` the wanted screen. `done` is called once it stands, and not at all if another wish overtakes it. */
  show(output: string, done?: () => void): void {
    this.#wanted = output;
    this.#waiting = done ? [done] : [];
    this.#reconcile();
  }

  /** Forgets what stands, for example because the terminal changed size, and writes it again. */
  invalidate(): void {
    this.#applied = undefined;
    this.#reconcile();
  }

  /** Draws over the standing screen without changing what it counts as; skipped while anything is being written. */
  decorate(data: string): void {
    if (this.#busy || this.#disposed || this.#applied !== this.#wanted) return;
    this.#send(data);
  }

  /** Stops for good; callbacks of writes still in flight do nothing. */
  dispose(): void {
    this.#disposed = true;
    this.#waiting = [];
  }

  #reconcile(): void {
    if (this.#busy || this.#disposed) return;
    const wanted = this.#wanted;
    if (this.#applied === wanted) {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const done of waiting) done();
      return;
    }
    const rest = this.#applied !== undefined && wanted.startsWith(this.#applied) ? wanted.slice(this.#applied.length) : RESET + wanted;
    this.#applied = wanted;
    this.#send(rest);
  }

  #send(data: string): void {
    this.#busy = true;
    this.#sink.write(data, () => {
      this.#busy = false;
      this.#reconcile();
    });
  }
}
