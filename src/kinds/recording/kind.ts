import type { Scene, Step } from '../../core/story';
import type { RecordedStep } from '../../core/terminal/recordedStep';
import { SETTLE_DELAY_MS } from '../../core/terminal/outputScheduler';
import { defineKind } from '../kind';
import type { RecordingSource } from './schema';

/** A recording as the build has played it: what each stop sends to the terminal, and the words it brings. */
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
