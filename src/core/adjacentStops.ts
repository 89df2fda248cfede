import type { Stop, Timeline } from './stop';

/** Returns the stop before `stop`; undefined at the beginning of the way or of a detour. */
export function previousStop(stops: readonly Stop[], { index, detour }: Pick<Stop, 'index' | 'detour'>): Stop | undefined {
  const stop = stops[index - 1];
  return stop?.detour === detour ? stop : undefined;
}

/** Returns the stop after `stop`; undefined at the end of the way or of a detour. */
export function nextStop({ stops }: Pick<Timeline, 'stops'>, { index, detour }: Pick<Stop, 'index' | 'detour'>): Stop | undefined {
  const stop = stops[index + 1];
  return stop?.detour === detour ? stop : undefined;
}

/** Whether a stop is the first of the way or of a detour. */
export function isFirstOfWay({ index, detour, shownStep }: Pick<Stop, 'index' | 'detour' | 'shownStep'>): boolean {
  return detour === undefined ? index === 0 : shownStep === 0;
}
