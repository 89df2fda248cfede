import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { TerminalSize } from '../core/terminal/recordedStep';
import { hasTitle, titleOf } from './titleOf';

/** A stop that was set while recording. */
export interface RecordedStop {
  /** Seconds from the start of the recording. */
  readonly at: number;
  /** The first words after it; '' if nothing came. */
  readonly suggestion: string;
}

/** Output that comes within this time, or up to this length, is one event. */
const BATCH_MS = 20;
const BATCH_LENGTH = 64 * 1024;
/** A suggestion is looked for in this much output after a stop. */
const SUGGESTION_LENGTH = 2000;

/**
 * The file of a recording in progress, an asciicast of version 3. What it was told is on the disk 20 ms later, whatever happens to the
 * process; a write that fails leaves the events before it. All methods throw errors of the file system.
 */
export class CastDraft {
  readonly file: string;
  readonly #fd: number;
  readonly #now: () => number;
  readonly #start: number;
  #bytes = 0;
  #lastMs = 0;
  #pending = '';
  #pendingMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #stops: { readonly at: number; after: string }[] = [];
  /** Whether anything was printed, at all and since the last stop. */
  #hasOutput = false;
  #hasNewOutput = false;
  #isOpen = true;

  /** @param now milliseconds @throws if the file exists */
  constructor(file: string, size: TerminalSize, terminal: string, now: () => number = () => performance.now()) {
    this.file = file;
    this.#fd = openSync(file, 'wx', 0o600);
    this.#now = now;
    this.#start = now();
    this.#write(`${JSON.stringify({ version: 3, term: { ...size, type: terminal } })}\n`);
  }

  /** The stops so far, in order. */
  get stops(): readonly RecordedStop[] {
    return this.#stops.map(({ at, after }) => ({ at, suggestion: titleOf(after) }));
  }

  get hasOutput(): boolean {
    return this.#hasOutput;
  }

  output(text: string): void {
    const stop = this.#stops.at(-1);
    if (stop && stop.after.length < SUGGESTION_LENGTH && !hasTitle(stop.after)) stop.after += text.slice(0, SUGGESTION_LENGTH);
    this.#hasOutput = true;
    this.#hasNewOutput = true;
    if (this.#pending === '') this.#pendingMs = this.#elapsed();
    this.#pending += text;
    if (this.#pending.length >= BATCH_LENGTH) this.flush();
  }

  /** Calls `fail` if output that waits to be written cannot be. */
  flushSoon(fail: (error: unknown) => void): void {
    this.#timer ??= setTimeout(() => {
      try {
        this.flush();
      } catch (error) {
        fail(error);
      }
    }, BATCH_MS);
  }

  resize({ cols, rows }: TerminalSize): void {
    this.flush();
    this.#event(this.#elapsed(), 'r', `${cols}x${rows}`);
  }

  /** Sets a stop. Returns whether it did: where nothing was printed since the last one there is nothing to stop at. */
  stop(): boolean {
    this.flush();
    if (!this.#hasNewOutput) return false;
    const now = this.#elapsed();
    this.#event(now, 'm', '');
    this.#stops.push({ at: now / 1000, after: '' });
    this.#hasNewOutput = false;
    return true;
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#pending;
    this.#pending = '';
    if (text !== '') this.#event(this.#pendingMs, 'o', text);
  }

  /** Writes what is left, and closes the file. May be called again. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    try {
      this.flush();
    } finally {
      closeSync(this.#fd);
    }
  }

  #elapsed(): number {
    return Math.max(this.#lastMs, Math.round(this.#now() - this.#start));
  }

  #event(ms: number, code: 'o' | 'm' | 'r', data: string): void {
    this.#write(`${JSON.stringify([(ms - this.#lastMs) / 1000, code, data])}\n`);
    this.#lastMs = ms;
  }

  #write(line: string): void {
    const bytes = Buffer.from(line);
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(this.#fd, bytes, written);
    } catch (error) {
      // A part of a line would keep the file from being read.
      ftruncateSync(this.#fd, this.#bytes);
      // Node names no file when a write to an open one fails.
      throw Object.assign(error as NodeJS.ErrnoException, { path: this.file });
    }
    this.#bytes += bytes.length;
  }
}
