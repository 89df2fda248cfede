import { useMemo, useSyncExternalStore } from 'react';
import { wire as builtWire } from 'virtual:wire';
import { createStore } from '../core/createStore';
import { fillStory, type Query } from '../core/variables';
import type { WireData } from '../core/wire';

const { getState, setState, subscribe } = createStore(builtWire);

// In the dev server, an edit of the wire file is applied without a reload.
import.meta.hot?.accept('virtual:wire', (module) => {
  if (module) setState((module as unknown as { wire: WireData | undefined }).wire);
});

/** Returns the wire data with variables from the address filled in; undefined for a story without wire data. */
export function useWire(): WireData | undefined {
  const wire = useSyncExternalStore(subscribe, getState, getState);
  return useMemo(() => {
    const query: Query = new URLSearchParams(location.search);
    return wire && fillStory(wire, query);
  }, [wire]);
}
