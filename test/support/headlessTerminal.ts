import headless from '@xterm/headless';
import { activateGraphemeWidths } from '../../src/terminal/activateGraphemeWidths';

/** A headless terminal with the options of the one on stage. */
export function createHeadlessTerminal(cols: number, { rows = 24, scrollback = 1000 } = {}): InstanceType<typeof headless.Terminal> {
  const terminal = new headless.Terminal({ allowProposedApi: true, cols, rows, scrollback });
  activateGraphemeWidths(terminal);
  return terminal;
}

/** Writes chunks in order and waits until the terminal has parsed them. */
export async function writeChunks(terminal: InstanceType<typeof headless.Terminal>, chunks: readonly string[]): Promise<void> {
  for (const chunk of chunks) await new Promise<void>((resolve) => terminal.write(chunk, resolve));
}

/** All rows of the buffer as text, without trailing blanks. */
export function bufferRows(terminal: InstanceType<typeof headless.Terminal>): string[] {
  const { length } = terminal.buffer.active;
  const rows = Array.from({ length }, (_, row) => terminal.buffer.active.getLine(row)?.translateToString(true) ?? '');
  while (rows.at(-1) === '') rows.pop();
  return rows;
}

/** Everything the buffer holds: each cell's character, width and style. */
export function bufferCells(terminal: InstanceType<typeof headless.Terminal>): string[] {
  const { length } = terminal.buffer.active;
  return Array.from({ length }, (_, row) => {
    const line = terminal.buffer.active.getLine(row);
    return Array.from({ length: terminal.cols }, (__, column) => {
      const cell = line?.getCell(column);
      return cell ? `${cell.getChars()}:${cell.getWidth()}:${cell.getFgColor()}:${cell.getBgColor()}:${cell.isBold()}` : '';
    }).join(' ');
  });
}
