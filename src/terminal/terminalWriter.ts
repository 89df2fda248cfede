/** Where output goes: xterm.js, or its headless twin in tests. `done` is called once the data is on the screen's buffer. */
export interface Sink {
  write(data: string, done: () => void): void;
}

/** Does a task when there is nothing else to do. Returns the way to call it off. */
export type ScheduleIdle = (task: () => void) => () => void;

/**
 * Full reset (RIS). Inside a write it clears without painting a blank frame, which `Terminal.reset()` does not. To erase
 * instead would be quicker by two milliseconds, but keep a selection and where somebody has scrolled to.
 */
export const RESET = '\x1bc';

/**
 * Brings a terminal to a wanted output, however fast the wish changes. One write is in flight at a time; if the
 * wanted output continues what stands, only the rest is written, otherwise everything is, after a reset: at once
 * what is seen of it, if there is a shorter way to say that, and the rows above when there is time.
 */
export class TerminalWriter {
  readonly #sink: Sink;
  readonly #schedule: ScheduleIdle;
  /** What was written; undefined when the screen must be written anew. */
  #applied: string | undefined;
  #wanted = '';
  /** The same picture as the wanted output, without what is above it. */
  #visibleOutput: string | undefined;
  #writing = false;
  #disposed = false;
  #callbacks: (() => void)[] = [];
  /** Calls off the write of the rows above; undefined while none is to come. */
  #cancelScrollback: (() => void) | undefined;

  constructor(sink: Sink, later: ScheduleIdle) {
    this.#sink = sink;
    this.#schedule = later;
  }

  /**
   * Makes `output` the wanted screen; `tail` is what paints the same picture, if less does. `done` is called once the
   * picture stands, and not at all if another wish overtakes it.
   */
  show(output: string, done?: () => void, visibleOutput?: string): void {
    this.#cancelScrollbackWrite();
    this.#wanted = output;
    this.#visibleOutput = visibleOutput;
    this.#callbacks = done ? [done] : [];
    this.#reconcile();
  }

  /** Forgets what stands, for example because the terminal changed size, and writes it again. */
  invalidate(): void {
    this.#cancelScrollbackWrite();
    this.#applied = undefined;
    this.#visibleOutput = undefined;
    this.#reconcile();
  }

  /** Draws over the standing screen without changing what it counts as; skipped while anything is being written. */
  writeOverlay(data: string): void {
    if (this.#writing || this.#disposed || !this.#isUpToDate()) return;
    this.#write(data);
  }

  /** Stops for good; callbacks of writes still in flight do nothing. */
  dispose(): void {
    this.#disposed = true;
    this.#callbacks = [];
    this.#cancelScrollbackWrite();
  }

  /** Whether what was written is the wanted picture. */
  #isUpToDate(): boolean {
    return this.#applied !== undefined && (this.#applied === this.#wanted || this.#applied === this.#visibleOutput);
  }

  #reconcile(): void {
    if (this.#writing || this.#disposed) return;
    if (this.#isUpToDate()) {
      const waiting = this.#callbacks;
      this.#callbacks = [];
      for (const done of waiting) done();
      // Once for a picture: decorations come again and again, and would put the rows off for as long as they do.
      if (this.#applied !== this.#wanted) this.#cancelScrollback ??= this.#schedule(() => this.#writeScrollback());
      return;
    }
    const continues = this.#applied !== undefined && this.#wanted.startsWith(this.#applied);
    const next = continues ? this.#wanted : (this.#visibleOutput ?? this.#wanted);
    const rest = continues ? next.slice(this.#applied?.length) : RESET + next;
    this.#applied = next;
    this.#write(rest);
  }

  #cancelScrollbackWrite(): void {
    this.#cancelScrollback?.();
    this.#cancelScrollback = undefined;
  }

  /** Writes the rows above as well. */
  #writeScrollback(): void {
    this.#cancelScrollback = undefined;
    this.#visibleOutput = undefined;
    this.#reconcile();
  }

  #write(data: string): void {
    this.#writing = true;
    this.#sink.write(data, () => {
      this.#writing = false;
      this.#reconcile();
    });
  }
}
