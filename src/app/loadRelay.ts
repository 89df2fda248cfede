import { loadChunk } from '../loading/loadChunk';
import type { Channel } from '../player/channel';
import { openSessionStore } from '../player/keyValueStore';
import { takeRelayKey } from '../player/relayKey';
import type { RelayLink } from '../player/relayLink';
import type { standBy } from '../player/standby';

export interface RelayChunk {
  readonly connect: (channel: Channel) => RelayLink;
  readonly standBy: typeof standBy;
}

/** Loads what connects a window with the relay of its talk; undefined without a relay, or if it does not load. ADR 057 */
export async function loadRelay(story: string): Promise<RelayChunk | undefined> {
  if (import.meta.env.MODE === 'standalone') return undefined;
  const sessionStore = openSessionStore(story);
  const key = takeRelayKey(sessionStore);
  if (key === undefined) return undefined;
  const chunk = await loadChunk('The connection of other devices', () => import('../player/relay')).catch(() => undefined);
  return chunk && { standBy: chunk.standBy, connect: (channel) => new chunk.RelayLink({ channel, key, sessionStore }) };
}
