import { useSyncExternalStore } from 'react';
import type { RelayLink, RelayState } from '../player/relayLink';

const NOTHING = { getState: () => undefined, subscribe: () => () => {} };

/** Returns the state of the relay; undefined without one. */
export function useRelayState(relay: RelayLink | undefined): RelayState | undefined {
  const { subscribe, getState } = relay ?? NOTHING;
  return useSyncExternalStore<RelayState | undefined>(subscribe, getState);
}
