import { spawnSync } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import type { IPty } from '@lydell/node-pty';
import type { TerminalSize } from '../core/terminal/recordedStep';
import type { CastDraft } from './castDraft';
import { takeStopKey, type StopKey } from './stopKey';
import { readRest } from './readRest';
import { TerminalModes } from './terminalModes';

/** Signals that end the recording: the terminal was closed, or the process was ended. */
const SIGNALS = ['SIGHUP', 'SIGTERM', 'SIGINT'] as const;

export interface Session {
  readonly draft: CastDraft;
  readonly key: StopKey;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Starts the program in a pseudo-terminal of this size. */
  readonly start: (size: TerminalSize) => IPty;
}

/** Cells that a recording may have; the program gets no more. */
const MAX_SIZE = { cols: 500, rows: 200 };

/** Returns the size of a terminal, as far as a recording may have it. */
export function recordedSize({ columns, rows }: Pick<NodeJS.WriteStream, 'columns' | 'rows'>): TerminalSize {
  const bounded = (value: number | undefined, initial: number, max: number) => Math.min(Math.max(value || initial, 1), max);
  return { cols: bounded(columns, 80, MAX_SIZE.cols), rows: bounded(rows, 24, MAX_SIZE.rows) };
}

/**
 * Runs a program in a pseudo-terminal, passes keys and output through, and records its output until it ends. The terminal is then as it
 * was, whatever the program has done. Returns the signal that ended the recording before the program did, if one did.
 * @throws if the recording cannot be written; what was written is kept
 */
export async function runSession({ draft, key, stdin, stdout, start }: Session): Promise<NodeJS.Signals | undefined> {
  const modes = new TerminalModes();
  const decoder = new StringDecoder('utf8');
  const restore = (): void => {
    if (!stdin.isRaw) return;
    stdin.setRawMode(false);
    stdout.write(`${modes.undo()}\n`);
  };
  const { promise, resolve, reject } = withResolvers<NodeJS.Signals | undefined>();
  const program = start(recordedSize(stdout));
  /** Runs a step of the recording; the first that fails ends it. */
  const attempt = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      reject(error);
    }
  };
  const type = (bytes: Buffer): void =>
    attempt(() => {
      const { rest, isPressed } = takeStopKey(decoder.write(bytes), key);
      // The bell says that the stop is set, without a mark on the screen of the program.
      if (isPressed && draft.stop()) stdout.write('\x07');
      if (rest !== '') program.write(rest);
    });
  const resize = (): void =>
    attempt(() => {
      const size = recordedSize(stdout);
      program.resize(size.cols, size.rows);
      draft.resize(size);
    });
  const resume = (): void => program.resume();

  let isOver = false;
  const show = (output: string): void =>
    attempt(() => {
      if (isOver) return;
      modes.read(output);
      draft.output(output);
      draft.flushSoon(reject);
      // The program waits while the terminal is slower than it.
      if (!stdout.write(output)) program.pause();
    });

  program.onData(show);
  readRest(program, show);
  let hasEnded = false;
  program.onExit(() => {
    hasEnded = true;
    resolve(undefined);
  });
  stdin.setRawMode(true);
  passLineFeeds();
  stdin.on('data', type);
  stdin.resume();
  stdout.on('drain', resume);
  stdout.on('resize', resize);
  process.on('exit', restore);
  for (const signal of SIGNALS) process.on(signal, resolve);
  try {
    return await promise;
  } finally {
    isOver = true;
    for (const signal of SIGNALS) process.off(signal, resolve);
    process.off('exit', restore);
    stdout.off('drain', resume);
    stdout.off('resize', resize);
    stdin.off('data', type);
    stdin.pause();
    restore();
    // As if its terminal were closed. The number of a program that has ended may be that of another one.
    if (!hasEnded) program.kill();
    draft.close();
  }
}

/**
 * Keeps the terminal from writing a carriage return before each line feed. Node's raw mode leaves that on, and programs that move the
 * cursor down with a line feed would be drawn wrong. The end of raw mode turns it on again. Without `stty`, it stays as it is.
 */
function passLineFeeds(): void {
  if (process.platform !== 'win32') spawnSync('stty', ['-opost'], { stdio: ['inherit', 'ignore', 'ignore'] });
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let [resolve, reject]: [(value: T) => void, (error: unknown) => void] = [() => {}, () => {}];
  const promise = new Promise<T>((done, fail) => {
    [resolve, reject] = [done, fail];
  });
  return { promise, resolve, reject };
}
