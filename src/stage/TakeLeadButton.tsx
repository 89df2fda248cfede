import type { ReactElement } from 'react';
import type { Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';

interface TakeLeadButtonProps {
  readonly player: Player;
  readonly onTakeLead: () => void;
}

/** Shown while another tab leads this talk, which speaker windows follow (ADR 026). Makes this tab the leader. */
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
