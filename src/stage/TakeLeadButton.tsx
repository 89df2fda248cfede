import type { ReactElement } from 'react';
import type { Player } from '../player/player';
import { usePlayerPart } from '../player/usePlayer';

interface LeadOfferProps {
  readonly player: Player;
  readonly onTake: () => void;
}

/** Says that another tab leads this talk, so that speaker windows follow and drive that one, and offers to lead from here. */
export function LeadOffer({ player, onTake }: LeadOfferProps): ReactElement | null {
  const leads = usePlayerPart(player, (state) => state.leads);
  if (leads) return null;
  return (
    <span lang="en" dir="ltr" role="status">
      <button type="button" className="status__offer" onClick={onTake}>
        Another tab leads: lead from here
      </button>
    </span>
  );
}
