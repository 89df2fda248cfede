import { readSync } from 'node:fs';
import process from 'node:process';
import { spawn } from '@lydell/node-pty';

/** A command that runs in a pseudo-terminal, typed into by a test. */
export interface TypedTerminal {
  readonly pid: number;
  /** All that it has printed. */
  readonly printed: () => string;
  /** Waits until it has printed `text` after what earlier calls have found. */
  readonly waitFor: (text: string) => Promise<void>;
  readonly type: (keys: string) => void;
  readonly resize: (cols: number, rows: number) => void;
  readonly exitCode: Promise<number>;
}

/** Runs `understudy` with these arguments in a terminal of 80 columns by 24 rows, whose shell is `sh`. */
export function startInTerminal(args: readonly string[], cwd: string): TypedTerminal {
  const env = { ...process.env, SHELL: '/bin/sh', PS1: '$ ', ENV: '', TERM: 'xterm-256color', NO_COLOR: '1', INIT_CWD: undefined };
  const command = [`${process.cwd()}/src/cli/understudy.mjs`, ...args];
  const terminal = spawn(process.execPath, command, { cols: 80, rows: 24, cwd, env });
  let [printed, found] = ['', 0];
  const waiting = new Set<() => void>();
  const print = (text: string): void => {
    printed += text;
    for (const each of waiting) each();
  };
  terminal.onData(print);
  // Node takes the terminal of a command that has ended as read before it is.
  const { _fd: fd, _socket: socket } = terminal as unknown as { _fd: number; _socket: NodeJS.ReadStream };
  socket.once('end', () => {
    const buffer = Buffer.alloc(65_536);
    try {
      for (;;) print(buffer.toString('utf8', 0, readSync(fd, buffer)));
    } catch {
      // The end.
    }
  });
  return {
    pid: terminal.pid,
    printed: () => printed,
    waitFor: (text) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`It has not printed ${JSON.stringify(text)}, but ${JSON.stringify(printed)}`)),
          15_000,
        );
        const look = (): void => {
          const at = printed.indexOf(text, found);
          if (at < 0) return;
          found = at + text.length;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    type: (keys) => terminal.write(keys),
    resize: (cols, rows) => terminal.resize(cols, rows),
    exitCode: new Promise((resolve) => {
      terminal.onExit(({ exitCode }) => resolve(exitCode));
    }),
  };
}
