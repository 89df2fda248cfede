import { mayHoldSecret } from '../secrets';

/** A text that a stop shows at some moment: a row, with the start of the rows below where it may go on there. */
export interface Passage {
  readonly text: string;
  /** Milliseconds after the stop begins to play. */
  readonly at: number;
}

/** What parts the columns of a screen: the edges of boxes and panes. */
const EDGE = /[│┃║▏▕▌▐|]/u;

/** What a token may be made of, in any notation. */
const [TOKEN_START, TOKEN_END, TOKEN] = [/^[\w\-./+=:]+/u, /[\w\-./+=:]$/u, /^[\w\-./+=:]+$/u];

/** Rows that one secret may take: a private key of 4096 bits has 51. */
const MOST_ROWS = 60;

/** Shorter runs hold no secret; texts without a longer one are left out. */
const LONG_RUN = /[\w\-./+=:]{16}/u;

/**
 * Returns the texts that may hold a secret in the rows of a screen that are `changed`: each column of such a row, joined with the rows
 * above and below that it may have been wrapped from or to. A row goes on below only where both meet in characters of a token.
 */
export function passagesOf<Row>(
  rows: readonly Row[],
  textOf: (row: Row) => string,
  changed: (row: number) => boolean = () => true,
): readonly string[] {
  const parts = new Map<number, readonly string[]>();
  const partsOf = (at: number): readonly string[] => {
    const known = parts.get(at);
    if (known) return known;
    const row = rows[at];
    const found =
      row === undefined
        ? []
        : textOf(row)
            .split(EDGE)
            .map((each) => each.trim());
    parts.set(at, found);
    return found;
  };
  const part = (row: number, column: number): string => partsOf(row)[column] ?? '';
  const goesOn = (row: number, column: number): boolean => {
    if (row < 0 || row + 1 >= rows.length || partsOf(row).length !== partsOf(row + 1).length) return false;
    return TOKEN_END.test(part(row, column)) && TOKEN_START.test(part(row + 1, column));
  };

  const joined = (row: number, column: number): string => {
    let text = part(row, column);
    for (let next = row; next < row + MOST_ROWS && goesOn(next, column); next += 1) {
      const below = part(next + 1, column);
      text += TOKEN_START.exec(below)?.[0] ?? '';
      if (!TOKEN.test(below)) break;
    }
    return text;
  };
  const startOf = (row: number, column: number): number => {
    let start = row;
    while (start > row - MOST_ROWS && goesOn(start - 1, column) && (start === row || TOKEN.test(part(start, column)))) start -= 1;
    return start;
  };

  const found = new Set<string>();
  rows.forEach((_, row) => {
    if (!changed(row)) return;
    partsOf(row).forEach((__, column) => {
      const top = startOf(row, column);
      if (!mayHoldSecret(joined(top, column))) return;
      // A token may begin with any of these rows.
      for (let start = top; start <= row; start += 1) found.add(joined(start, column));
    });
  });
  return [...found].filter((text) => LONG_RUN.test(text) && mayHoldSecret(text));
}
