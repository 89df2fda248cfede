import process from 'node:process';

/** Tells how far the work is: on one line that is drawn over on a terminal, on a line each in a log. */
export interface Progress {
  /** What begins now. */
  step(text: string): void;
  /** Takes the line away, for what is printed next. */
  clear(): void;
}

/** Progress on standard error, so that standard output holds the names of the files alone. */
export function showProgress(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr): Progress {
  return {
    step: (text) => void out.write(out.isTTY ? `\r\u001B[2K${text} …` : `${text}\n`),
    clear: () => void (out.isTTY && out.write('\r\u001B[2K')),
  };
}
