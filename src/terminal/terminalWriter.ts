/** Receives output: xterm.js, or its headless version in tests. `done` is called when the data is in the buffer. */
export interface Sink {
  write(data: string, done: () => void): void;
}

/** Runs a task when the page is idle. Returns a function that cancels it. */
export type ScheduleIdle = (task: () => void) => () => void;

/**
 * Full reset (RIS). In a write it clears without painting a blank frame, unlike `Terminal.reset()`. Erasing instead would be 2 ms
 * faster, but would keep the selection and the scroll position.
 */
export const RESET = '\x1bc';

/**
 * Brings a terminal to the wanted output with one write at a time. If the wanted output continues the written one, only the rest
 * is written; otherwise a reset and all of it. Where shorter output with the same visible rows is given, that is written first and
 * the whole output when the page is idle.
 */
export class TerminalWriter {
  readonly #sink: Sink;
  readonly #scheduleIdle: ScheduleIdle;
  /** The output that was written; undefined if everything must be written again. */
  #written: string | undefined;
  #wanted = '';
  /** Output with the same visible rows as the wanted one. */
  #visibleOutput: string | undefined;
  #isWriting = false;
  #disposed = false;
  #onShown: (() => void) | undefined;
  /** Cancels the pending write of the rows above the visible ones. */
  #cancelScrollback: (() => void) | undefined;

  constructor(sink: Sink, scheduleIdle: ScheduleIdle) {
    this.#sink = sink;
    this.#scheduleIdle = scheduleIdle;
  }

  /**
   * Makes `output` the wanted output. `visibleOutput` is shorter output with the same visible rows. Calls `done` when the visible
   * rows are in the buffer, and not at all if another call comes first.
   */
  show(output: string, done?: () => void, visibleOutput?: string): void {
    this.#cancelScrollbackWrite();
    this.#wanted = output;
    this.#visibleOutput = visibleOutput;
    this.#onShown = done;
    this.#reconcile();
  }

  /** Writes everything again, for example after a change of size. */
  invalidate(): void {
    this.#cancelScrollbackWrite();
    this.#written = undefined;
    this.#visibleOutput = undefined;
    this.#reconcile();
  }

  /** Draws over the shown output, which counts as unchanged. Does nothing while a write is pending. */
  writeOverlay(data: string): void {
    if (this.#isWriting || this.#disposed || !this.#isUpToDate()) return;
    this.#write(data);
  }

  /** Stops writing and calling back. */
  dispose(): void {
    this.#disposed = true;
    this.#onShown = undefined;
    this.#cancelScrollbackWrite();
  }

  #isUpToDate(): boolean {
    return this.#written !== undefined && (this.#written === this.#wanted || this.#written === this.#visibleOutput);
  }

  #reconcile(): void {
    if (this.#isWriting || this.#disposed) return;
    if (this.#isUpToDate()) {
      const done = this.#onShown;
      this.#onShown = undefined;
      done?.();
      // Scheduled once per output: overlays come repeatedly and would postpone it.
      if (this.#written !== this.#wanted) this.#cancelScrollback ??= this.#scheduleIdle(() => this.#writeScrollback());
      return;
    }
    const continues = this.#written !== undefined && this.#wanted.startsWith(this.#written);
    const next = continues ? this.#wanted : (this.#visibleOutput ?? this.#wanted);
    const data = continues ? next.slice(this.#written?.length) : RESET + next;
    this.#written = next;
    this.#write(data);
  }

  #cancelScrollbackWrite(): void {
    this.#cancelScrollback?.();
    this.#cancelScrollback = undefined;
  }

  #writeScrollback(): void {
    this.#cancelScrollback = undefined;
    this.#visibleOutput = undefined;
    this.#reconcile();
  }

  #write(data: string): void {
    this.#isWriting = true;
    this.#sink.write(data, () => {
      this.#isWriting = false;
      this.#reconcile();
    });
  }
}
