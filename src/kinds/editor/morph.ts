import { textWidth } from '../../core/terminal/width';
import type { EditorScene, Pane, Piece } from './scene';

/** Milliseconds of a morph. */
export const MORPH_MS = 800;

/** A place in a pane: rows from the top, messages included, and cells from the start of the line. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A piece that the step before showed and this one does not. */
export interface LeavingPiece extends Place {
  readonly piece: Piece;
}

/** How a pane comes from the one at the step before. Pieces are compared by their keys, which the build has set. */
export interface Morph {
  /** Where pieces were, by key. */
  readonly origins: ReadonlyMap<number, Place>;
  readonly leaving: readonly LeavingPiece[];
}

/** Rows that are drawn above and below those that matter: more than any stage shows. */
const MARGIN_ROWS = 48;

/** Returns the first row that is drawn and the one after the last. */
export function drawnRows({ scroll }: Pane, count: number): readonly [from: number, to: number] {
  const [from, to] = scroll?.rows ?? [0, 0];
  return [Math.max(0, from - MARGIN_ROWS), Math.min(count, to + 1 + MARGIN_ROWS)];
}

/** Returns how many rows are above a row, messages included. */
export function rowTop({ messages = [] }: Pane, row: number): number {
  return messages.reduce((sum, each) => (each.row < row ? sum + each.rows : sum), row);
}

/** Returns where pieces were and which have gone. */
export function morphBetween({ lines, views }: EditorScene, from: Pane, to: Pane): Morph {
  const origins = new Map<number, Place>();
  const present = new Set(views[to.view]!.flatMap(([line]) => lines[line]!.map(([, , key]) => key)));
  const leaving: LeavingPiece[] = [];
  const rows = views[from.view]!;
  const [first, end] = drawnRows(from, rows.length);
  for (let at = first; at < end; at += 1) {
    const row = rowTop(from, at);
    let column = 0;
    for (const piece of lines[rows[at]![0]]!) {
      const [text, , key] = piece;
      // A diff shows a piece that stays twice: as removed and as added.
      if (!origins.has(key) || rows[at]![2] !== '-') origins.set(key, { row, column });
      if (!present.has(key) && text.trim() !== '') leaving.push({ piece, row, column });
      column += textWidth(text);
    }
  }
  return { origins, leaving };
}

/** How a piece moves: from another place, in from nothing, or not at all. */
export type Move = { readonly dx: number; readonly dy: number } | 'new' | 'still';

/** Returns the moves of a row's pieces; one for all if they move together. */
export function movesOf(pieces: readonly Piece[], row: number, { origins }: Morph): Move | readonly Move[] {
  let column = 0;
  const moves = pieces.map(([text, , key]): Move => {
    const origin = origins.get(key);
    const [dx, dy] = origin ? [origin.column - column, origin.row - row] : [0, 0];
    column += textWidth(text);
    return !origin ? 'new' : dx === 0 && dy === 0 ? 'still' : { dx, dy };
  });
  const [first = 'still'] = moves;
  return moves.every((move) => JSON.stringify(move) === JSON.stringify(first)) ? first : moves;
}
