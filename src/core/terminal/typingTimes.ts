import type { Timing } from '../story';
import { typingScheduler } from './outputScheduler';

/** Returns the millisecond at which each character (grapheme cluster) of a typed text appears, in the rhythm of the terminal. */
export function typingTimes(text: string, timing: Timing, stop: number): readonly number[] {
  return typingScheduler(timing, stop)
    .type(text)
    .map(({ at }) => at);
}
