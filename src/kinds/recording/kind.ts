import type { Scene, Step } from '../../core/story';
import type { Recorded } from '../../core/terminal/recordedStep';
import { TAIL_MS } from '../../core/terminal/outputScheduler';
import { defineKind } from '../kind';
import type { RecordingSource } from './schema';

/** A recording as the build has played it: what each stop sends to the terminal, and the words it brings. */
export interface RecordingScene extends Scene, Pick<RecordingSource, 'window'> {
  readonly steps: readonly (Step & { readonly recorded: Recorded; readonly lines: readonly string[] })[];
}

export const recording = defineKind<RecordingScene>({
  describe: ({ steps, window }, step) => {
    const { recorded, lines } = steps[step]!;
    return {
      surface: 'terminal',
      window,
      recorded: { ...recorded, before: steps[step - 1]?.recorded.screen },
      lines: [...(step === 0 ? [window] : []), ...lines],
      playMs: (recorded.events.at(-1)?.[0] ?? 0) + TAIL_MS,
    };
  },
});
