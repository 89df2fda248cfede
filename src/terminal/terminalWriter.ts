/** Where output goes: xterm.js, or its headless twin in tests. `done` is called once the data is on the screen's buffer. */
export interface Sink {
  write(data: string, done: () => void): void;
}

/** Does a task when there is nothing else to do. Returns the way to call it off. */
export type Later = (task: () => void) => () => void;

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
export class ScreenWriter {
  readonly #sink: Sink;
  readonly #later: Later;
  /** What was written; undefined when the screen must be written anew. */
  #applied: string | undefined;
  #wanted = '';
  /** The same picture as the wanted output, without what is above it. */
  #tail: string | undefined;
  #busy = false;
  #disposed = false;
  #waiting: (() => void)[] = [];
  /** Calls off the write of the rows above; undefined while none is to come. */
  #callOff: (() => void) | undefined;

  constructor(sink: Sink, later: Later) {
    this.#sink = sink;
    this.#later = later;
  }

  /**
   * Makes `output` the wanted screen; `tail` is what paints the same picture, if less does. `done` is called once the
   * picture stands, and not at all if another wish overtakes it.
   */
  show(output: string, done?: () => void, tail?: string): void {
    this.#callOffRows();
    this.#wanted = output;
    this.#tail = tail;
    this.#waiting = done ? [done] : [];
    this.#reconcile();
  }

  /** Forgets what stands, for example because the terminal changed size, and writes it again. */
  invalidate(): void {
    this.#callOffRows();
    this.#applied = undefined;
    this.#tail = undefined;
    this.#reconcile();
  }

  /** Draws over the standing screen without changing what it counts as; skipped while anything is being written. */
  decorate(data: string): void {
    if (this.#busy || this.#disposed || !this.#stands()) return;
    this.#send(data);
  }

  /** Stops for good; callbacks of writes still in flight do nothing. */
  dispose(): void {
    this.#disposed = true;
    this.#waiting = [];
    this.#callOffRows();
  }

  /** Whether what was written is the wanted picture. */
  #stands(): boolean {
    return this.#applied !== undefined && (this.#applied === this.#wanted || this.#applied === this.#tail);
  }

  #reconcile(): void {
    if (this.#busy || this.#disposed) return;
    if (this.#stands()) {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const done of waiting) done();
      // Once for a picture: decorations come again and again, and would put the rows off for as long as they do.
      if (this.#applied !== this.#wanted) this.#callOff ??= this.#later(() => this.#complete());
      return;
    }
    const continues = this.#applied !== undefined && this.#wanted.startsWith(this.#applied);
    const next = continues ? this.#wanted : (this.#tail ?? this.#wanted);
    const rest = continues ? next.slice(this.#applied?.length) : RESET + next;
    this.#applied = next;
    this.#send(rest);
  }

  #callOffRows(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  /** Writes the rows above as well. */
  #complete(): void {
    this.#callOff = undefined;
    this.#tail = undefined;
    this.#reconcile();
  }

  #send(data: string): void {
    this.#busy = true;
    this.#sink.write(data, () => {
      this.#busy = false;
      this.#reconcile();
    });
  }
}
