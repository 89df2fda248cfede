import type { Position } from './position';
import { stopAt, lastTerminalStop, type Stop, type Timeline } from './timeline';

/** Motion of the browser window. */
export type WindowMotion = 'open' | 'stay' | 'close';

/** Everything on the stage. ADR 001 */
export interface StageContent {
  readonly stop: Stop;
  /** The stop whose output the terminal shows, and when it began to play; `since` is undefined once settled. */
  readonly terminal: { readonly stop: Stop; readonly since: number | undefined } | undefined;
  /** The web page on top of the terminal. */
  readonly page:
    | { readonly stop: Stop; readonly window: WindowMotion; readonly phase: Position['phase']; readonly transitionText: string | undefined }
    | undefined;
  /** The board in place of the terminal's rows. */
  readonly board: { readonly stop: Stop; readonly phase: Position['phase'] } | undefined;
}

/** Returns what the stage shows at `position`. */
export function stageContentAt(timeline: Timeline, position: Position): StageContent {
  const stop = stopAt(timeline, position.stop);
  const entering = position.phase === 'enter';
  const previousStop = entering && stop.index > 0 ? stopAt(timeline, stop.index - 1) : undefined;
  const printed = lastTerminalStop(timeline, stop.index - (entering && stop.surface === 'terminal' ? 1 : 0));
  const typing = printed === stop && position.phase === 'play';
  return {
    stop,
    terminal: printed && { stop: printed, since: typing ? position.since : undefined },
    page: pageContent(stop, previousStop, position.phase),
    board: stop.surface === 'board' ? { stop, phase: position.phase } : undefined,
  };
}

function pageContent(stop: Stop, previousStop: Stop | undefined, phase: Position['phase']): StageContent['page'] {
  const transitionText = previousStop && stop.transitionText;
  if (stop.surface !== 'browser') {
    return previousStop?.surface === 'browser' ? { stop: previousStop, window: 'close', phase: 'settled', transitionText } : undefined;
  }
  if (previousStop?.surface === 'browser' && transitionText !== undefined)
    return { stop: previousStop, window: 'stay', phase: 'settled', transitionText };
  const opens = previousStop !== undefined && previousStop.surface !== 'browser';
  return { stop, window: opens ? 'open' : 'stay', phase, transitionText: undefined };
}

/**
 * Returns the stop whose page or board is shown next: usually the next stop; during a transition between pages the current one.
 * Undefined if that stop prints in the terminal or keeps the page on stage. ADR 009
 */
export function upcomingStopAt(timeline: Timeline, position: Position): Stop | undefined {
  const { stop, page } = stageContentAt(timeline, position);
  const isTransitioning = stop.surface === 'browser' && page?.stop !== stop;
  const next = isTransitioning ? stop : timeline.stops[stop.index + 1];
  if (next === undefined || next.surface === 'terminal') return undefined;
  return next.surface === 'browser' && next.scene === page?.stop.scene ? undefined : next;
}
