import process from 'node:process';

export interface Progress {
  /** Shows the name of the current step. */
  step(text: string): void;
  /** Removes the line, before anything else is printed. */
  clear(): void;
}

/** Shows progress on standard error: in a terminal on one line, which is overwritten, and in a log on a line for each step. */
export function showProgress(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr): Progress {
  return {
    step: (text) => void out.write(out.isTTY ? `\r\u001B[2K${text} …` : `${text}\n`),
    clear: () => void (out.isTTY && out.write('\r\u001B[2K')),
  };
}
