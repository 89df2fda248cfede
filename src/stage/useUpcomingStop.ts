import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { upcomingAt } from '../core/stageContent';
import type { Position } from '../core/position';
import { perform } from '../core/show';
import { frameAt } from '../core/terminal/terminalLayout';
import { prints, stopAt, type Stop, type Timeline } from '../core/timeline';
import { isSettled, type Player } from '../player/player';
import { usePlayerPart } from '../player/usePlayer';
import { WIDE_COLS } from '../terminal/grid';
import { whenIdle } from '../scheduling/whenIdle';

/**
 * The stop whose page or board waits in the wings. To make a page, style it and lay it out takes longer than all the rest
 * of a step; so that is done while the page has nothing to do, and the press that asks for it finds it standing. What
 * the next stop prints is laid out meanwhile, too: there is one terminal, which stands.
 */
export function useWings(player: Player, timeline: Timeline, position: Position): Stop | undefined {
  const rests = usePlayerPart(player, isSettled);
  const [ready, setReady] = useState<Stop>();
  const at = position.stop;

  useEffect(() => {
    if (!rests || at + 1 >= timeline.stops.length) return;
    return whenIdle(() => {
      const next = stopAt(timeline, at + 1);
      const { show, motion } = player.getState();
      // What the press will do is only worked out, and forgotten again.
      perform(show, { type: 'next', at: player.now() }, { timeline, motion, today: 0 });
      if (prints(next)) frameAt(timeline, next, WIDE_COLS);
      flushSync(() => setReady(next));
      // Styled and laid out now, not with the picture of some press.
      void document.querySelector('.standby *')?.getBoundingClientRect();
    });
  }, [player, rests, timeline, at]);

  const upcoming = upcomingAt(timeline, position);
  return upcoming === ready ? upcoming : undefined;
}
