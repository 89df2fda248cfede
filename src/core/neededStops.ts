import { printsToTerminal, terminalSession, type Stop, type Timeline } from './timeline';

/** A stop that others on the way need, and one of those. ADR 054 */
export interface NeededStop {
  readonly stop: Stop;
  /** The stop whose picture is not whole without it. */
  readonly by: Stop;
  /** Whether its terminal goes on there, or a window opens over it. */
  readonly why: 'continues' | 'over';
}

/**
 * Returns the stops that a later stop of the timeline needs. A scene that continues a terminal needs the last stop that printed in it
 * before, where the terminal was left, unless it begins by clearing it. A scene over another needs the last stop of that scene. Nothing
 * else is needed: what a terminal prints can be read without what stood above it, and the build makes each step of a page, a slide or an
 * editor whole in itself. Pure.
 */
export function neededStops(timeline: Timeline): readonly NeededStop[] {
  return timeline.stops
    .filter(({ shownStep, detour }) => shownStep === 0 && detour === undefined)
    .flatMap((first) => neededBy(timeline, first));
}

function neededBy(timeline: Timeline, first: Stop): readonly NeededStop[] {
  const before = timeline.stops[first.index - 1];
  if (!before) return [];
  if (first.scene.over) return [{ stop: before, by: first, why: 'over' }];
  // The first step that prints goes on in the terminal; a scene may show something else before.
  const by = timeline.stops.find((stop) => stop.scene === first.scene && printsToTerminal(stop));
  if (!by?.continues || !by.blocks) return [];
  const stop = terminalSession(timeline, by).findLast(({ scene }) => scene !== by.scene);
  return stop ? [{ stop, by, why: 'continues' }] : [];
}
