import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { upcomingStopAt } from '../core/stageContent';
import type { Position } from '../core/position';
import { terminalLayoutAt } from '../core/terminal/terminalLayout';
import { printsToTerminal, stopAt, type Stop, type Timeline } from '../core/timeline';
import { isSettled, type Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';
import { WIDE_COLS } from '../terminal/grid';
import { whenIdle } from '../scheduling/whenIdle';

/**
 * The stop whose page or board waits in the wings. To make a page, style it and lay it out takes longer than all the rest
 * of a step; so that is done while the page has nothing to do, and the press that asks for it finds it standing. What
 * the next stop prints is laid out meanwhile, too: there is one terminal, which stands.
 */
export function useUpcomingStop(player: Player, timeline: Timeline, position: Position): Stop | undefined {
  const settled = usePlayerSelector(player, isSettled);
  const [mountedStop, setMountedStop] = useState<Stop>();
  const at = position.stop;

  useEffect(() => {
    if (!settled || at + 1 >= timeline.stops.length) return;
    return whenIdle(() => {
      const next = stopAt(timeline, at + 1);
      if (printsToTerminal(next)) terminalLayoutAt(timeline, next, WIDE_COLS);
      flushSync(() => setMountedStop(next));
      // Styles and lays out the elements now, not in the frame of the press (ADR 037).
      void document.querySelector('.premounted *')?.getBoundingClientRect();
    });
  }, [player, settled, timeline, at]);

  const upcoming = upcomingStopAt(timeline, position);
  return upcoming === mountedStop ? upcoming : undefined;
}
