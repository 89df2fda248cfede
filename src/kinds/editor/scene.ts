import type { Role } from '../../core/roles';
import type { Scene, Step } from '../../core/story';
import type { Row } from '../../core/terminal/timedRun';

/** Words of a line in one role. The same key stands for the same words in every version of every file. */
export type Piece = readonly [text: string, role: Role, key: number];

/** Rows or columns from the first to the last, both included, from 0. */
export type Range = readonly [from: number, to: number];

export type Severity = 'error' | 'warning' | 'info';

/** A row of a shown file: its line, its number (0 for none), and what a diff or a fold says of it. */
export type CodeRow = readonly [line: number, number: number, sign?: '+' | '-' | 'folded'];

/** Pieces of a row that have a bright ground or a wavy line. */
export interface Mark {
  readonly row: number;
  /** Positions of the first piece and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly type: Severity | 'highlight';
}

/** A problem's message below a row. */
export interface Message {
  readonly row: number;
  /** How many rows it takes. */
  readonly rows: number;
  readonly severity: Severity;
  readonly text: string;
}

/** Code that is typed. */
export interface Typed {
  readonly rows: Range;
  /** Position of the first typed piece in the first row, and of the one after the last in the last row. */
  readonly from: number;
  readonly to: number;
  /** When each character and each line break appears, in milliseconds. */
  readonly times: readonly number[];
}

/** A pane at a step. */
export interface Pane {
  readonly file: string;
  /** The rows that are shown: a position in `views`. */
  readonly view: number;
  readonly focus?: readonly Range[];
  readonly highlight?: readonly Range[];
  readonly marks?: readonly Mark[];
  readonly messages?: readonly Message[];
  readonly typed?: Typed;
  /** The rows and columns that the pane scrolls to. Those of an earlier step are `kept`, and no longer what the step is about. */
  readonly scroll?: { readonly rows: Range; readonly columns: Range; readonly kept?: true };
}

export interface EditorStep extends Step {
  readonly panes: readonly [Pane] | readonly [Pane, Pane];
  /** Names of the open files, and of those that have changed. */
  readonly tabs: readonly string[];
  readonly modified: readonly string[];
  /** The steps whose output is in the terminal; undefined while it is closed. */
  readonly terminal?: readonly number[] | undefined;
  /** Milliseconds that the code moves, and that the whole step plays: the terminal prints after the code has moved. */
  readonly codeMs: number;
  readonly playMs: number;
}

/** What a step prints, laid out for wide and narrow panes, and its lines for reading. */
export interface Printed {
  readonly wide: readonly Row[];
  readonly narrow: readonly Row[];
  readonly lines: readonly string[];
}

/** A folder or a file of the tree. */
export interface TreeEntry {
  readonly name: string;
  readonly depth: number;
  /** The whole name of a file; undefined for a folder. */
  readonly file?: string;
}

/** An editor as the page gets it. Lines, and rows of files, are stored once for all steps. */
export interface EditorScene extends Scene {
  readonly window: string;
  readonly tree?: readonly TreeEntry[] | undefined;
  /** Names of languages, as people write them, by the name of the file. */
  readonly languages: Readonly<Record<string, string>>;
  readonly lines: readonly (readonly Piece[])[];
  readonly views: readonly (readonly CodeRow[])[];
  /** By step; null for steps that print nothing. */
  readonly printed: readonly (Printed | null)[];
  readonly steps: readonly EditorStep[];
}

/** Whether a scene is an editor. */
export function isEditor(scene: Scene): scene is EditorScene {
  return scene.kind === 'editor';
}
