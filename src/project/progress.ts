import process from 'node:process';

export interface Progress {
  /** Shows the name of the current step. */
  step(text: string): void;
  /** Removes the line, before anything else is printed. */
  clear(): void;
}

/** DECAWM: a longer line is cut by the terminal instead of broken, since only its last row would be overwritten. */
const [BREAKS_LINES, CUTS_LINES] = ['\u001B[?7h', '\u001B[?7l'];

/** Shows progress on standard error: in a terminal on one line, which is overwritten, and in a log on a line for each step. */
export function showProgress(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr): Progress {
  return {
    step: (text) => void out.write(out.isTTY ? `\r\u001B[2K${CUTS_LINES}${text} …${BREAKS_LINES}` : `${text}\n`),
    clear: () => void (out.isTTY && out.write('\r\u001B[2K')),
  };
}
