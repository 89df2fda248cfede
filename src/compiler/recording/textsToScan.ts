import { mayContainSecret } from '../../secrets/findSecrets';

/** A text that a stop shows at some moment: a row, joined with the rows below that it may wrap to. */
export interface TextToScan {
  readonly text: string;
  /** Milliseconds after the stop begins to play. */
  readonly at: number;
}

/** Borders of boxes and panes, which separate columns. */
const COLUMN_SEPARATOR = /[│┃║▏▕▌▐|]/u;

/** Characters of a token in any notation. */
const [TOKEN_START, TOKEN_END, TOKEN] = [/^[\w\-./+=:]+/u, /[\w\-./+=:]$/u, /^[\w\-./+=:]+$/u];

/** A private key of 4096 bits has 51 rows. */
const MAX_WRAPPED_ROWS = 60;

/** Texts without a run of this length contain no secret. */
const TOKEN_OF_MIN_LENGTH = /[\w\-./+=:]{16}/u;

/**
 * Returns the texts of the `changed` rows that may contain a secret: each column, joined with the rows above and below if it may be
 * wrapped. A column continues below only if both rows have token characters where they meet.
 */
export function collectTextsToScan<Row>(
  rows: readonly Row[],
  textOf: (row: Row) => string,
  changed: (row: number) => boolean = () => true,
): readonly string[] {
  const columnsByRow = new Map<number, readonly string[]>();
  const columnsOf = (at: number): readonly string[] => {
    const known = columnsByRow.get(at);
    if (known) return known;
    const row = rows[at];
    const columns =
      row === undefined
        ? []
        : textOf(row)
            .split(COLUMN_SEPARATOR)
            .map((each) => each.trim());
    columnsByRow.set(at, columns);
    return columns;
  };
  const columnText = (row: number, column: number): string => columnsOf(row)[column] ?? '';
  const continuesBelow = (row: number, column: number): boolean => {
    if (row < 0 || row + 1 >= rows.length || columnsOf(row).length !== columnsOf(row + 1).length) return false;
    return TOKEN_END.test(columnText(row, column)) && TOKEN_START.test(columnText(row + 1, column));
  };

  const joinFrom = (row: number, column: number): string => {
    let text = columnText(row, column);
    for (let next = row; next < row + MAX_WRAPPED_ROWS && continuesBelow(next, column); next += 1) {
      const below = columnText(next + 1, column);
      text += TOKEN_START.exec(below)?.[0] ?? '';
      if (!TOKEN.test(below)) break;
    }
    return text;
  };
  const firstRowOf = (row: number, column: number): number => {
    let start = row;
    while (start > row - MAX_WRAPPED_ROWS && continuesBelow(start - 1, column) && (start === row || TOKEN.test(columnText(start, column))))
      start -= 1;
    return start;
  };

  const texts = new Set<string>();
  rows.forEach((_, row) => {
    if (!changed(row)) return;
    columnsOf(row).forEach((__, column) => {
      const top = firstRowOf(row, column);
      if (!mayContainSecret(joinFrom(top, column))) return;
      // A token may start in any of these rows.
      for (let start = top; start <= row; start += 1) texts.add(joinFrom(start, column));
    });
  });
  return [...texts].filter((text) => TOKEN_OF_MIN_LENGTH.test(text) && mayContainSecret(text));
}
