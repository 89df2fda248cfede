import type { LineComment } from '../lineComments';
import type { Direction } from '../direction';
import type { Role } from '../roles';
import { textWidth } from './width';

/** A colour of a recording: one of the palette's, so that it suits both themes, or as it was recorded. */
export type RecordedColour = Role | `old-${Role}` | 'ink' | `#${string}`;

/** How a stretch of a recorded row looks, where that is not plain text. */
export interface RecordedStyle {
  /** @default text */
  readonly fg?: RecordedColour;
  /** @default none */
  readonly bg?: RecordedColour;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
}

/** How a piece is drawn. */
export interface TextStyle {
  readonly role: Role;
  readonly bold?: boolean | undefined;
  /** Drawn as a filled tag: the role's colour behind, the window's on top. */
  readonly badge?: boolean | undefined;
  /** Typed by a person, so the cursor shows while it appears. */
  readonly typed?: boolean | undefined;
  /** As it was recorded, in place of all of these. */
  readonly recordedStyle?: RecordedStyle | undefined;
}

/** Text in one style that appears at one moment. */
export interface TimedRun {
  readonly text: string;
  readonly style: TextStyle;
  /** Milliseconds after the stop begins to play. */
  readonly at: number;
  /** What its row shows until it appears: each draft takes the place of the one before. On the first piece of a row only. */
  readonly interimRows?: readonly InterimRow[];
  /** The text it is a part of, where that has a direction of its own; the same object for all parts. */
  readonly isolate?: Isolate | undefined;
  /** The cell in its row, from 0, if it does not follow the run before it: in rows with text from right to left. */
  readonly column?: number;
  /** The text of a piece with a column as it is written and read. */
  readonly logicalText?: string;
  /** The cell the cursor waits at once a piece with a column has been typed. */
  readonly cursorColumn?: number;
}

/** A text whose direction neither depends on what stands around it nor changes that. */
export interface Isolate {
  readonly direction: Direction;
}

/** A row that will be replaced. */
export interface InterimRow {
  readonly at: number;
  readonly pieces: readonly TimedRun[];
}

/** One row of the screen, without the margin. */
export type Row = readonly TimedRun[];

/** What a step prints, before it is laid out for a width. */
export type TerminalElement = (
  | { readonly kind: 'line'; readonly pieces: readonly TimedRun[]; readonly hang: number }
  /** A line with others before it in its place. */
  | { readonly kind: 'spinner'; readonly interimRows: readonly InterimRow[]; readonly pieces: readonly TimedRun[]; readonly hang: number }
  | { readonly kind: 'rule'; readonly at: number }
  | { readonly kind: 'blank' }
  /** Cells by row; every row has as many. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly TimedRun[])[])[] }
  | {
      readonly kind: 'box';
      readonly role: Role;
      readonly label?: string | undefined;
      /** Whether the frame hugs its lines or runs the full width. */
      readonly hug: boolean;
      readonly lines: readonly {
        readonly pieces: readonly TimedRun[];
        readonly hang: number;
        readonly comment?: LineComment | undefined;
      }[];
    }
) & {
  /** Which way its rows read. @default ltr */
  readonly direction?: Direction;
};

/** Cells a list of pieces takes on one row. */
export function runsWidth(pieces: readonly TimedRun[]): number {
  return pieces.reduce((sum, piece) => sum + textWidth(piece.text), 0);
}
