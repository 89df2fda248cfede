import type { TerminalSize } from '../../core/terminal/recordedStep';
import type { Problem } from '../story/problem';

/** What is read of a file's events; they count only where there are no problems. */
export interface ParsedEvents {
  readonly events: readonly RecordingEvent[];
  readonly problems: readonly Problem[];
}

/** Something that happened in a recorded session, with its time in seconds since the start. */
export type RecordingEvent =
  | { readonly time: number; readonly type: 'output'; readonly data: string }
  | { readonly time: number; readonly type: 'resize'; readonly grid: TerminalSize }
  | { readonly time: number; readonly type: 'marker'; readonly label: string };

/** A recorded session, whatever the version of its file. */
export interface Asciicast {
  readonly grid: TerminalSize;
  /** Longest pause to keep, in seconds, if the file says so. */
  readonly idle: number | undefined;
  /** In their order in time. */
  readonly events: readonly RecordingEvent[];
}
