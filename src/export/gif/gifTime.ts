/** A time in a GIF, in hundredths of a second. */
export type Centiseconds = number;

/** Players show frames with a shorter delay for a tenth of a second. */
export const MAX_FPS = 50;

/** The longest delay of a frame: it has 16 bits. */
const MAX_DELAY: Centiseconds = 65_535;

/** Returns when a frame of a film begins. Rounded by itself, so that delays, the differences, add up to the film’s time. */
export function frameTime(frame: number, fps: number): Centiseconds {
  return Math.round((frame * 100) / fps);
}

/**
 * Returns which of the frames with a new picture are shown when only every `step`th frame of the film is, and at which of those.
 * The last picture is always among them.
 * @param changes The numbers of the frames with a new picture, ascending.
 */
export function thinFrames(changes: readonly number[], step: number): readonly { readonly change: number; readonly frame: number }[] {
  return changes.flatMap((frame, change) => {
    const slot = Math.floor(frame / step);
    const next = changes[change + 1];
    return next !== undefined && Math.floor(next / step) === slot ? [] : [{ change, frame: slot * step }];
  });
}

/** Splits a delay into those of several frames, if it is longer than a frame can have. None of them is short. */
export function splitDelay(delay: Centiseconds): readonly Centiseconds[] {
  const half = MAX_DELAY >> 1;
  return delay > MAX_DELAY ? [half, ...splitDelay(delay - half)] : [delay];
}
