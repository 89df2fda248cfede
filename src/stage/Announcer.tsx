import { memo, type ReactElement } from 'react';
import { describePlace } from '../core/stopNumber';
import { stopAt } from '../core/timeline';
import { isSettled, type Player } from '../player/player';
import { useIdlePlayerSelector } from '../player/usePlayer';

/** Announces each settled stop to screen readers in idle time: its number, its title and its text. */
export const Announcer = memo(({ player }: { readonly player: Player }): ReactElement => {
  const timeline = useIdlePlayerSelector(player, (state) => state.timeline);
  const stopIndex = useIdlePlayerSelector(player, ({ position }) => position.stop);
  const isVisiblySettled = useIdlePlayerSelector(player, (state) => isSettled(state) && state.show.curtain === 'open');
  const stop = stopAt(timeline, stopIndex);
  return (
    <div className="sr-only" role="status" aria-live="polite" aria-atomic="true" data-announcer>
      {isVisiblySettled && (
        <>
          <span lang="en" dir="ltr">{`${describePlace(timeline, stop)}: `}</span>
          {`${stop.source.title}. ${stop.textLines.join(' ')}`}
        </>
      )}
    </div>
  );
});
