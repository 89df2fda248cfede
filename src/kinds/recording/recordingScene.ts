import type { Scene, Step } from '../../core/story';
import type { RecordedStep } from '../../core/terminal/recordedStep';
import type { RecordingSource } from './schema';

/** A compiled recording: for each step the output for the terminal and the new lines of text. */
export interface RecordingScene extends Scene, Pick<RecordingSource, 'window'> {
  readonly steps: readonly (Step & { readonly recorded: RecordedStep; readonly lines: readonly string[] })[];
}
