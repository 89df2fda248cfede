import type { ReactElement } from 'react';
import { stopAt } from '../core/timeline';
import { isSettled, type Player } from '../player/player';
import { usePlayerPart } from '../player/usePlayer';

/** Tells a screen reader each settled stop, once and politely: its place, its name and what it brought. */
export function Announcer({ player }: { readonly player: Player }): ReactElement {
  const timeline = usePlayerPart(player, (state) => state.timeline);
  const at = usePlayerPart(player, ({ position }) => position.stop);
  const settled = usePlayerPart(player, (state) => isSettled(state) && state.show.curtain === 'open');
  const stop = stopAt(timeline, at);
  return (
    <div className="sr-only" role="status" aria-live="polite" aria-atomic="true" data-announcer>
      {settled && (
        <>
          <span lang="en">{`Stop ${stop.index + 1} of ${timeline.stops.length}: `}</span>
          {`${stop.source.title}. ${stop.lines.join(' ')}`}
        </>
      )}
    </div>
  );
}
