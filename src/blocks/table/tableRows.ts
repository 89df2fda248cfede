import { maxOf } from '../../core/maxOf';
import { runsWidth, type Row, type TimedRun } from '../../core/terminal/timedRun';
import { wrapRuns } from '../../core/terminal/wrapRuns';

/** Cells between two columns. */
const COLUMN_GAP = 3;

/** Columns are as wide as their widest cell. If they do not fit, each cell gets a line of its own, indented after the first. */
export function tableRows(rows: readonly (readonly Row[])[], width: number): readonly Row[] {
  const widths = (rows[0] ?? []).map((_, column) => maxOf(rows.map((row) => runsWidth(row[column] ?? []))));
  const fits = widths.reduce((sum, each) => sum + each + COLUMN_GAP, -COLUMN_GAP) <= width;
  if (!fits)
    return rows.flatMap((row) =>
      row
        .filter((cell) => cell.length > 0)
        .flatMap((cell, column) => wrapRuns(column === 0 ? cell : [padding(2, cell), ...cell], width, 4)),
    );
  return rows.map((row) =>
    row.flatMap((cell, column) => {
      const isLast = row.slice(column + 1).every((each) => each.length === 0);
      const rest = (widths[column] ?? 0) - runsWidth(cell) + COLUMN_GAP;
      return isLast ? cell : [...cell, padding(rest, cell.length > 0 ? cell : row.flat())];
    }),
  );
}

/** Returns blank cells that appear with the last of `neighbours`. */
function padding(cells: number, neighbours: Row): TimedRun {
  return { text: ' '.repeat(cells), style: { role: 'text' }, at: neighbours.at(-1)?.at ?? 0 };
}
