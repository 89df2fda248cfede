import { loadChunk } from '../loading/loadChunk';
import type { Channel } from '../player/channel';
import { openSessionStore } from '../player/keyValueStore';
import { takeRelayKey } from '../player/relayKey';
import type { RelayLink } from '../player/relayLink';

/** Returns a function that connects a window with the relay of its talk. Without a relay, nothing is loaded. ADR 057 */
export async function loadRelay(story: string): Promise<(channel: Channel) => RelayLink | undefined> {
  const sessionStore = openSessionStore(story);
  const key = takeRelayKey(sessionStore);
  if (key === undefined) return () => undefined;
  const { RelayLink: Link } = await loadChunk('The connection of other devices', () => import('../player/relayLink'));
  return (channel) => new Link({ channel, key, sessionStore });
}
