import type { TerminalSize } from '../../core/terminal/recordedStep';

/**
 * Largest recording that is read, in bytes, whatever its version: to read one takes up to 400 MB of memory (measured), and most of it
 * ships. JSON of scenes has a lower limit of its own, since nobody writes a megabyte by hand.
 */
export const MAX_RECORDING_BYTES = 10 * 1024 * 1024;

/** Most cells across and down: more could not be read on any screen. */
const [MAX_COLS, MAX_ROWS] = [500, 200];

/** The size of an event or a header, or what is wrong with it. */
export function checkGrid(
  cols: unknown,
  rows: unknown,
): { readonly grid: TerminalSize } | { readonly found: string; readonly expected: string } {
  const [across, down] = [cols, rows].map(Number) as [number, number];
  const found = `${across}×${down} cells`;
  if (!Number.isInteger(across) || !Number.isInteger(down)) return { found, expected: 'whole numbers of columns and rows' };
  if (across < 1 || down < 1) {
    return { found: `${found}, which recorders write where there is no terminal`, expected: 'the columns and rows it was made for' };
  }
  if (across > MAX_COLS || down > MAX_ROWS) return { found, expected: `at most ${MAX_COLS}×${MAX_ROWS}; record in a smaller terminal` };
  return { grid: { cols: across, rows: down } };
}
