import type { InterimState, Row, TimedRun } from '../../core/terminal/timedRun';
import { wrapRuns } from '../../core/terminal/wrapRuns';

/** A line, and the milliseconds at which it appears. */
export interface LogLine {
  readonly at: number;
  readonly pieces: readonly TimedRun[];
  readonly hang: number;
}

/** A log before it is laid out for a width. */
export interface Log {
  readonly lines: readonly LogLine[];
  readonly fold: number | undefined;
  /** What stands before and after the number of lines above. */
  readonly folded: { readonly before: readonly TimedRun[]; readonly after: readonly TimedRun[] };
}

/** Part of the width that the columns before a text may take; otherwise later rows of the text start at {@link NARROW_HANG}. */
const MAX_HANG_SHARE = 0.4;
const NARROW_HANG = 2;

/**
 * Returns the rows of a log. One with more than `fold` rows takes `fold` + 1 rows: the number of lines above, and the last `fold`
 * rows. The states before replace each other there. A window of rows, not of lines, never shrinks while the log grows; what stands
 * above it would otherwise depend on how the terminal came here. ADR 045
 */
export function logRows(log: Log, width: number): readonly Row[] {
  const rowsByLine = log.lines.map((line) => rowsOfLine(line, width));
  const rows = rowsByLine.flat();
  if (log.fold === undefined || rows.length <= log.fold) return rows;
  const states = foldedStates(log, rows, rowsByLine, log.fold);
  const last = states.at(-1)!;
  const [[first, ...rest] = [], ...others] = last.rows;
  return [[{ ...first!, at: last.at, interimStates: states.slice(0, -1) }, ...rest], ...others];
}

function rowsOfLine({ pieces, hang }: LogLine, width: number): readonly Row[] {
  return wrapRuns(pieces, width, hang > width * MAX_HANG_SHARE ? NARROW_HANG : hang);
}

/** Returns what stands at each time: the rows so far, or the last of them below the number of lines whose start is above them. */
function foldedStates(
  { lines, folded }: Log,
  rows: readonly Row[],
  rowsByLine: readonly (readonly Row[])[],
  fold: number,
): readonly InterimState[] {
  const states: InterimState[] = [];
  let [end, linesAbove, rowsAbove] = [0, 0, 0];
  lines.forEach(({ at }, index) => {
    end += rowsByLine[index]!.length;
    while (rowsAbove < end - fold) {
      rowsAbove += rowsByLine[linesAbove]!.length;
      linesAbove += 1;
    }
    if (lines[index + 1]?.at === at) return;
    const visible = rows.slice(Math.max(0, end - fold), end);
    const count: TimedRun = { ...folded.before[0]!, text: String(linesAbove) };
    states.push({ at, rows: linesAbove === 0 ? visible : [[...folded.before, count, ...folded.after], ...visible] });
  });
  return states;
}
