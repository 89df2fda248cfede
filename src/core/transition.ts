import type { StepDescription, Stop } from './stop';

/** Durations of window and board animations, in milliseconds. A page in an open browser window appears at once. */
export const MOTION_MS = { open: 420, close: 320, board: 420 } as const;

type Transitioning = Pick<StepDescription, 'surface' | 'leave'>;

/** Returns the milliseconds of the transition between two steps. */
export function enterDuration(from: Transitioning | undefined, to: Transitioning, sameScene: boolean): number {
  if (!from) return 0;
  const leave = sameScene ? 0 : (from.leave?.ms ?? 0);
  if (to.surface === 'panes') return from.surface === 'panes' && sameScene ? 0 : leave + MOTION_MS.open;
  if (to.surface === 'browser') {
    return from.surface === 'browser' ? leave : MOTION_MS.open;
  }
  if (from.surface === 'browser') return leave + MOTION_MS.close;
  return to.surface === 'board' ? MOTION_MS.board : 0;
}

/** Returns the milliseconds of the transition from the stop before. */
export function transitionMs(stops: readonly Stop[], from: Stop, to: Transitioning & Pick<Stop, 'scene' | 'depth'>): number {
  if (from.scene === to.scene) return enterDuration(from, to, true);
  if (to.depth > 0) return MOTION_MS.open;
  const base = baseStop(stops, from);
  const ms = enterDuration(base, to, base !== from);
  return base === from ? ms : Math.max(ms, (from.leave?.ms ?? 0) + MOTION_MS.close);
}

/** Returns the last stop of the scene before that of `stop`. */
export function stopBeforeScene(stops: readonly Stop[], { index, shownStep }: Pick<Stop, 'index' | 'shownStep'>): Stop | undefined {
  return stops[index - shownStep - 1];
}

/** Returns the stop that the windows at `stop` open over: itself if there are none. */
export function baseStop(stops: readonly Stop[], stop: Stop): Stop {
  const before = stop.depth > 0 ? stopBeforeScene(stops, stop) : undefined;
  return before ? baseStop(stops, before) : stop;
}
