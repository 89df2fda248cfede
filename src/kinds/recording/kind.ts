import type { Scene, Step } from '../../core/story';
import type { RecordedStep } from '../../core/terminal/recordedStep';
import { SETTLE_DELAY_MS } from '../../core/terminal/outputScheduler';
import { defineKind } from '../kind';
import type { RecordingSource } from './schema';

/** A compiled recording: for each step the output for the terminal and the new lines of text. */
export interface RecordingScene extends Scene, Pick<RecordingSource, 'window'> {
  readonly steps: readonly (Step & { readonly recorded: RecordedStep; readonly lines: readonly string[] })[];
}

export const recording = defineKind<RecordingScene>({
  describeStep: ({ steps, window }, step) => {
    const { recorded, lines } = steps[step]!;
    return {
      surface: 'terminal',
      window,
      recorded: { ...recorded, initialScreen: steps[step - 1]?.recorded.screen },
      textLines: [...(step === 0 ? [window] : []), ...lines],
      playMs: (recorded.events.at(-1)?.[0] ?? 0) + SETTLE_DELAY_MS,
    };
  },
});
