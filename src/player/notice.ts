import { useEffect, useSyncExternalStore } from 'react';
import type { Player } from './player';
import { usePlayerSelector } from './usePlayer';

let text: string | undefined;
const listeners = new Set<() => void>();

const read = (): string | undefined => text;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the presenter, in one line below the stage until the next step, what a press could not do. */
export function showNotice(next: string | undefined): void {
  text = next;
  for (const listener of listeners) listener();
}

/** What the presenter is told now. The next step of `player` takes it away. */
export function useNotice(player: Player): string | undefined {
  const arrival = usePlayerSelector(player, ({ show }) => show.position.arrival);
  useEffect(() => () => showNotice(undefined), [arrival]);
  return useSyncExternalStore(subscribe, read, read);
}
