import type { Scene, Step } from '../../core/story';
import type { RecordedStep } from '../../core/terminal/recordedStep';
import type { RecordingSource } from './schema';

/** A recording as the build has played it: what each stop sends to the terminal, and the words it brings. */
export interface RecordingScene extends Scene, Pick<RecordingSource, 'window'> {
  readonly steps: readonly (Step & { readonly recorded: RecordedStep; readonly lines: readonly string[] })[];
}
