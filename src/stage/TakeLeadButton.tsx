import type { ReactElement } from 'react';
import type { Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';

interface TakeLeadButtonProps {
  readonly player: Player;
  readonly onTakeLead: () => void;
}

/** Shown while another stage leads this talk, which speaker windows follow (ADR 026, 057). Makes this one the leader. */
export function TakeLeadButton({ player, onTakeLead }: TakeLeadButtonProps): ReactElement | null {
  const isLeader = usePlayerSelector(player, (state) => state.isLeader);
  const standby = usePlayerSelector(player, (state) => state.standby);
  if (standby === 'following')
    return (
      <span lang="en" dir="ltr" role="status">
        · Standing by
      </span>
    );
  if (isLeader && !standby) return null;
  return (
    <span lang="en" dir="ltr" role="status">
      <button type="button" className="status__offer" onClick={onTakeLead}>
        {standby ? 'The stage does not answer: go on from here' : 'Another tab leads: lead from here'}
      </button>
    </span>
  );
}
