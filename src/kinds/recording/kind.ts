import { screenAnsi, screenRows } from '../../core/terminal/recordedStep';
import { SETTLE_DELAY_MS } from '../../core/terminal/outputScheduler';
import type { SceneCompileContext } from '../../compiler/story/compileScene';
import { compileRecording, type RecordingSceneSource } from '../../compiler/recording/compileRecording';
import { defineKind } from '../kind';
import type { RecordingScene } from './recordingScene';
import { schema } from './schema';

export default defineKind<RecordingScene>({
  name: 'recording',
  schema,
  compile: (scene: RecordingSceneSource, context) => compileRecording(scene, context as SceneCompileContext),
  describe: ({ steps, window }, step) => {
    const { recorded, lines } = steps[step]!;
    return {
      surface: 'terminal',
      window,
      recorded: {
        ...recorded,
        // Drawn when the terminal needs them, not for every stop that is described.
        get initialOutput() {
          return screenAnsi(steps[step - 1]?.recorded.screen);
        },
        get finalRows() {
          return screenRows(recorded.screen);
        },
      },
      textLines: [...(step === 0 ? [window] : []), ...lines],
      playMs: (recorded.events.at(-1)?.[0] ?? 0) + SETTLE_DELAY_MS,
    };
  },
});
