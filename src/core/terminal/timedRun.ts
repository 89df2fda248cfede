import type { LineComment } from '../lineComments';
import type { Direction } from '../direction';
import type { Role } from '../roles';
import { textWidth } from './width';

/** A colour of a recording: a palette colour, which suits both themes, or the recorded one. */
export type RecordedColour = Role | `old-${Role}` | 'ink' | `#${string}`;

/** Style of a recorded run. */
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

export interface TextStyle {
  readonly role: Role;
  readonly bold?: boolean | undefined;
  /** Drawn as a filled tag: the role's colour as background, the window's as text colour. */
  readonly badge?: boolean | undefined;
  /** Typed by a person: the cursor is shown while it appears. */
  readonly typed?: boolean | undefined;
  /** Style of a recording, which replaces all others. */
  readonly recordedStyle?: RecordedStyle | undefined;
}

/** Text in one style that appears at one time. */
export interface TimedRun {
  readonly text: string;
  readonly style: TextStyle;
  /** Milliseconds after the stop begins to play. */
  readonly at: number;
  /** Rows shown until this run appears, each state replacing the one before. On the first run of a row only. */
  readonly interimStates?: readonly InterimState[];
  /** The isolate it belongs to; the same object for all its runs. */
  readonly isolate?: Isolate | undefined;
  /** Column in the row, from 0. Set in rows with right-to-left text, where a run need not follow the one before it. */
  readonly column?: number;
  /** The text in reading order, of a run with a column. */
  readonly logicalText?: string;
  /** Column of the cursor after a run with a column has been typed. */
  readonly cursorColumn?: number;
}

/** A text whose direction is independent of its surroundings (UAX #9). */
export interface Isolate {
  readonly direction: Direction;
}

/** A row of the screen without its margin. */
export type Row = readonly TimedRun[];

/** Rows that stand from a time on, in milliseconds, in place of the state before. No state has fewer rows than the one before. */
export interface InterimState {
  readonly at: number;
  readonly rows: readonly Row[];
}

/** A line that stands from a time on, in milliseconds. */
export interface InterimLine {
  readonly at: number;
  readonly pieces: readonly TimedRun[];
}

/** Printed output before it is laid out for a width. */
export type TerminalElement = (
  | { readonly kind: 'line'; readonly pieces: readonly TimedRun[]; readonly hang: number }
  /** A line that replaces its interim states, which have one line each. */
  | { readonly kind: 'spinner'; readonly interimLines: readonly InterimLine[]; readonly pieces: readonly TimedRun[]; readonly hang: number }
  /** Rows that the block lays out for a width. */
  | { readonly kind: 'rows'; readonly rowsAt: (width: number) => readonly Row[] }
  | { readonly kind: 'rule'; readonly at: number }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'box';
      readonly role: Role;
      readonly label?: string | undefined;
      /** Whether the box is as narrow as its lines allow; otherwise it is as wide as the terminal. */
      readonly hug: boolean;
      readonly lines: readonly {
        readonly pieces: readonly TimedRun[];
        readonly hang: number;
        readonly comment?: LineComment | undefined;
      }[];
    }
) & {
  /** @default ltr */
  readonly direction?: Direction;
};

/** Returns the cells that `pieces` take in one row. */
export function runsWidth(pieces: readonly TimedRun[]): number {
  return pieces.reduce((sum, piece) => sum + textWidth(piece.text), 0);
}
