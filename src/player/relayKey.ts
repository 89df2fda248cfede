import type { KeyValueStore } from './keyValueStore';

export const RELAY_KEY = 'relay';

/**
 * Returns what this window joins the relay of its talk with: the pairing code or token in the fragment of the address, from which it
 * is removed at once, or the one stored in this tab. Undefined on a page without a relay.
 */
export function takeRelayKey(sessionStore: KeyValueStore): string | undefined {
  const [, key] = /^#(?:pair|relay)=(.*)/u.exec(location.hash) ?? [];
  if (key !== undefined) {
    sessionStore.write(RELAY_KEY, key);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  const stored = key ?? sessionStore.read(RELAY_KEY);
  return typeof stored === 'string' ? stored : undefined;
}
