/** Milliseconds after which a stop is shown although a frame of it is still loading. */
const TIMEOUT_MS = 5000;

/** The event that a frame dispatches when its document is there. */
export const FRAME_READY = 'understudy:ready';

/** Marks a frame that is shown and has no document yet. */
export const FRAME_LOADING = 'data-loading';

/**
 * Returns a promise until the frames in `root` have their documents, without those that are mounted but hidden; undefined if they have.
 * Resolves also if one fails, or after 5 s.
 */
export function pendingFrames(root: ParentNode): Promise<unknown> | undefined {
  const frames = [...root.querySelectorAll(`iframe[${FRAME_LOADING}]`)].filter((frame) => !frame.closest('.premounted'));
  if (frames.length === 0) return undefined;
  const timeout = new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS));
  const ready = frames.map((frame) => new Promise((resolve) => frame.addEventListener(FRAME_READY, resolve, { once: true })));
  return Promise.race([Promise.all(ready), timeout]);
}
