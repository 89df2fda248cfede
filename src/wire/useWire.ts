import { useMemo, useSyncExternalStore } from 'react';
import { wire as builtWire } from 'virtual:wire';
import { fillStory, type Query } from '../core/variables';
import type { WireData } from '../core/wire';

let current = builtWire;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const getSnapshot = (): WireData | undefined => current;

// In the dev server, an edit of the wire file is applied without a reload.
import.meta.hot?.accept('virtual:wire', (module) => {
  if (!module) return;
  current = (module as unknown as { wire: WireData | undefined }).wire;
  for (const listener of listeners) listener();
});

/** Returns the wire data with variables from the address filled in; undefined if the story has none. */
export function useWire(): WireData | undefined {
  const wire = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  return useMemo(() => {
    const query: Query = new URLSearchParams(location.search);
    return wire && fillStory(wire, query);
  }, [wire]);
}
