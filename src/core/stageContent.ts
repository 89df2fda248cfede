import type { Position } from './position';
import { stopAt, lastTerminalStop, type Stop, type Timeline } from './timeline';

/** How the browser window stands: coming up, staying, or going away. */
export type WindowMotion = 'open' | 'stay' | 'close';

/** Everything on the stage. It follows from the story and the position, and from nothing else. */
export interface StageContent {
  readonly stop: Stop;
  /** The terminal: the stop whose output it shows, and since when it plays; undefined once it stands. */
  readonly terminal: { readonly stop: Stop; readonly since: number | undefined } | undefined;
  /** The web page on top of the terminal. */
  readonly page:
    | { readonly stop: Stop; readonly window: WindowMotion; readonly phase: Position['phase']; readonly transitionText: string | undefined }
    | undefined;
  /** The board in place of the terminal's rows. */
  readonly board: { readonly stop: Stop; readonly phase: Position['phase'] } | undefined;
}

/** What the stage shows at `position`. */
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
 * The stop whose page or board comes next and is not on stage yet: the next one's, or this one's own while the page
 * before it is still being left. Undefined where the next stop prints, or goes on in the page on stage.
 */
export function upcomingStopAt(timeline: Timeline, position: Position): Stop | undefined {
  const { stop, page } = stageContentAt(timeline, position);
  const waits = stop.surface === 'browser' && page?.stop !== stop;
  const next = waits ? stop : timeline.stops[stop.index + 1];
  if (next === undefined || next.surface === 'terminal') return undefined;
  return next.surface === 'browser' && next.scene === page?.stop.scene ? undefined : next;
}
