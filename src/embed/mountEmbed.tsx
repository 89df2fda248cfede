import type { ComponentType, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Clock } from '../core/clock';
import { parseHash } from '../core/stopHash';
import type { PageQuery } from '../core/query';
import { readSettings } from '../core/settings';
import type { Story } from '../core/story';
import type { Timeline } from '../core/timeline';
import { bindAddress } from '../player/bindUrlHash';
import { bindDocument } from '../player/documentAttributes';
import { Player } from '../player/player';
import { Embed } from './Embed';
import { entryTo } from './posterState';
import { bindHost } from './connectHost';
import { bindEmbedKeys, passScrolling } from './bindEmbedKeys';

export interface EmbedOptions {
  readonly timeline: Timeline;
  readonly query: PageQuery;
  readonly clock: Clock;
  /** What every page of ours stands on. */
  readonly page: ComponentType<{ readonly theme: Story['theme']; readonly children: ReactNode }>;
}

/**
 * Puts the stage into a frame of somebody else's page. It takes no key before the visitor starts it, holds no wake lock,
 * opens no speaker window, and keeps nothing. Returns its player.
 */
export function mountEmbed(root: HTMLElement, { timeline, query, clock, page: Page }: EmbedOptions): Player {
  const html = document.documentElement;
  document.title = timeline.story.title;
  // Whatever was pressed before the poster was there was not meant for the story.
  window.understudyBoot?.takeKeys();
  const settings = readSettings({ theme: query.get('theme') });
  html.dataset['theme'] = settings.theme;
  const player = new Player({ timeline, motion: false, stop: parseHash(timeline, location.hash), clock, settings });
  const entry = entryTo(player, html);
  bindAddress(player);
  bindDocument(player, html);
  bindEmbedKeys(player, entry);
  passScrolling(root);
  createRoot(root).render(
    <Page theme={timeline.story.theme}>
      <Embed player={player} entry={entry} />
    </Page>,
  );
  delete html.dataset['boot'];
  bindHost(player, entry, query.get('embed') ?? '');
  return player;
}
