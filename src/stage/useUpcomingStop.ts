import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { nextStop } from '../core/adjacentStops';
import { upcomingStopAt } from '../core/stageContent';
import type { Position } from '../core/position';
import { terminalLayoutAt } from '../core/terminal/terminalLayout';
import { printsToTerminal, stopAt, type Stop, type Timeline } from '../core/timeline';
import { isSettled, type Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';
import { WIDE_COLS } from '../terminal/grid';
import { decodeImages } from './decodeImages';
import { loadViewsOf } from './useReportPainted';
import { whenIdle } from '../scheduling/whenIdle';

/**
 * Returns the next stop once its page or board should be mounted but hidden: in the idle time after the current stop has
 * settled. Also computes the terminal layout of the next stop, and decodes its pictures (ADR 009).
 */
export function useUpcomingStop(player: Player, timeline: Timeline, position: Position): Stop | undefined {
  const hasSettled = usePlayerSelector(player, isSettled);
  const [mountedStop, setMountedStop] = useState<Stop>();
  const at = position.stop;

  useEffect(() => {
    const next = nextStop(timeline, stopAt(timeline, at));
    if (!hasSettled || !next) return;
    return whenIdle(() => {
      if (printsToTerminal(next)) terminalLayoutAt(timeline, next, WIDE_COLS);
      if (next.images) void decodeImages(next.images);
      void loadViewsOf(next);
      flushSync(() => setMountedStop(next));
      // Styles and lays out the elements now, not in the frame of the press (ADR 037).
      void document.querySelector('.premounted *')?.getBoundingClientRect();
    });
  }, [player, hasSettled, timeline, at]);

  const upcoming = upcomingStopAt(timeline, position);
  return upcoming === mountedStop ? upcoming : undefined;
}
