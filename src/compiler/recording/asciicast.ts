import type { TerminalSize } from '../../core/terminal/recordedStep';
import type { Problem } from '../story/problem';

/** The events of a file, valid only if there are no problems. */
export interface ParsedEvents {
  readonly events: readonly RecordingEvent[];
  readonly problems: readonly Problem[];
}

/** An event of a recording. `time` is in seconds since the start. */
export type RecordingEvent =
  | { readonly time: number; readonly type: 'output'; readonly data: string }
  | { readonly time: number; readonly type: 'input'; readonly data: string }
  | { readonly time: number; readonly type: 'resize'; readonly grid: TerminalSize }
  | { readonly time: number; readonly type: 'marker'; readonly label: string };

/** A recording, independent of the version of its file. */
export interface Asciicast {
  readonly grid: TerminalSize;
  /** The file's `idle_time_limit`: the longest pause to keep, in seconds. */
  readonly idle: number | undefined;
  /** Sorted by time. */
  readonly events: readonly RecordingEvent[];
}
