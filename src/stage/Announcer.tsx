import { memo, type ReactElement } from 'react';
import { formatStopNumber } from '../core/stopNumber';
import { stopAt } from '../core/timeline';
import { isSettled, type Player } from '../player/player';
import { useIdlePlayerSelector } from '../player/usePlayer';

/** Tells a screen reader each settled stop, once and politely: its place, its name and what it brought, once the page has time. */
export const Announcer = memo(({ player }: { readonly player: Player }): ReactElement => {
  const timeline = useIdlePlayerSelector(player, (state) => state.timeline);
  const at = useIdlePlayerSelector(player, ({ position }) => position.stop);
  const settled = useIdlePlayerSelector(player, (state) => isSettled(state) && state.show.curtain === 'open');
  const stop = stopAt(timeline, at);
  return (
    <div className="sr-only" role="status" aria-live="polite" aria-atomic="true" data-announcer>
      {settled && (
        <>
          <span lang="en" dir="ltr">{`Stop ${formatStopNumber(stop)}, ${stop.index + 1} of ${timeline.stops.length}: `}</span>
          {`${stop.source.title}. ${stop.textLines.join(' ')}`}
        </>
      )}
    </div>
  );
});
