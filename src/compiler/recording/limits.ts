import type { TerminalSize } from '../../core/terminal/recordedStep';

/** Limit of a recording's file. Reading one of this size takes up to 400 MB of memory (ADR 013). */
export const MAX_RECORDING_BYTES = 10 * 1024 * 1024;

/** More cells would not be legible on a screen. */
const [MAX_COLS, MAX_ROWS] = [500, 200];

/** Checks the size in an event or a header. Returns it as numbers, or the parts of a problem. */
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
