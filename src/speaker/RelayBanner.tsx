import type { ReactElement } from 'react';
import type { RelayState } from '../player/relayLink';
import { relayProblem } from './relayProblem';

interface RelayBannerProps {
  readonly relay: RelayState;
  /** Whether the stage does not answer. */
  readonly isOffline: boolean;
}

/** Says on a second device why it does not reach the stage. */
export function RelayBanner({ relay, isOffline }: RelayBannerProps): ReactElement | null {
  const problem = relayProblem(relay, isOffline);
  return problem === undefined ? null : (
    <section className="speaker-panel speaker-banner" role="alert">
      <p>{problem}</p>
    </section>
  );
}
