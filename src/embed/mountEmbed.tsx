import type { ComponentType, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Clock } from '../core/clock';
import { parseHash } from '../core/stopHash';
import type { PageQuery } from '../core/query';
import { parseSettings } from '../core/settings';
import { bindSettings, withKeysOf } from '../player/settings';
import type { Story } from '../core/story';
import type { Timeline } from '../core/timeline';
import { bindUrlHash } from '../player/bindUrlHash';
import { bindDocumentAttributes } from '../player/documentAttributes';
import type { KeyValueStore } from '../player/keyValueStore';
import { Player } from '../player/player';
import { Embed } from './Embed';
import { createEmbedView } from './embedView';
import { createPosterState } from './posterState';
import { connectHost } from './connectHost';
import { bindEmbedKeys, passScrollToHost } from './bindEmbedKeys';

export interface MountEmbedOptions {
  readonly timeline: Timeline;
  readonly query: PageQuery;
  readonly clock: Clock;
  /** The band with captions. @default none */
  readonly captions?: ComponentType<{ readonly player: Player }> | undefined;
  /** Wraps the page in the story's theme and fonts. */
  readonly page: ComponentType<{ readonly theme: Story['theme']; readonly children: ReactNode }>;
}

/** An embedded page keeps nothing. */
const NO_STORE: KeyValueStore = { read: () => null, write: () => false, watch: () => () => {} };

/**
 * Mounts the stage in a frame of another page. It takes no key before the visitor starts it, holds no wake lock, opens no
 * speaker window and stores nothing. Returns its player.
 */
export function mountEmbed(root: HTMLElement, { timeline, query, clock, captions, page: Page }: MountEmbedOptions): Player {
  const html = document.documentElement;
  document.title = timeline.story.title;
  // Discards the keys pressed so far: the visitor has not started the story.
  window.understudyBoot?.takeEarlyKeys();
  const settings = withKeysOf(query, parseSettings({ theme: query.get('theme') }));
  const player = new Player({
    timeline,
    motion: false,
    stop: parseHash(timeline, location.hash),
    clock,
    settings,
    showsCaptions: query.has('captions'),
  });
  const view = createEmbedView({ Captions: captions, controls: query.get('controls') !== 'off', hasAutoplay: false });
  const poster = createPosterState(player, html);
  bindUrlHash(player);
  bindDocumentAttributes(player, html);
  bindSettings(player, NO_STORE, html);
  bindEmbedKeys(player, poster);
  passScrollToHost(root);
  createRoot(root).render(
    <Page theme={timeline.story.theme}>
      <Embed player={player} poster={poster} view={view} />
    </Page>,
  );
  delete html.dataset['boot'];
  connectHost({ player, poster, view }, query.get('embed') ?? '');
  return player;
}
