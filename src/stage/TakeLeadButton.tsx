import type { ReactElement } from 'react';
import type { Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';

interface TakeLeadButtonProps {
  readonly player: Player;
  readonly onTakeLead: () => void;
}

/** Says that another tab leads this talk, so that speaker windows follow and drive that one, and offers to lead from here. */
export function TakeLeadButton({ player, onTakeLead }: TakeLeadButtonProps): ReactElement | null {
  const isLeader = usePlayerSelector(player, (state) => state.isLeader);
  if (isLeader) return null;
  return (
    <span lang="en" dir="ltr" role="status">
      <button type="button" className="status__offer" onClick={onTakeLead}>
        Another tab leads: lead from here
      </button>
    </span>
  );
}
