import type { PageQuery } from '../core/query';
import { parseSettings, type Settings } from '../core/settings';
import type { Player } from './player';
import type { KeyValueStore } from './keyValueStore';

const SETTINGS_KEY = 'settings';

export function loadSettings(store: KeyValueStore): Settings {
  return parseSettings(store.read(SETTINGS_KEY));
}

/** Returns `settings` with what `?keys=on` or `?keys=off` says about pressed keys. */
export function withKeysOf(query: PageQuery, settings: Settings): Settings {
  const keys = query.get('keys');
  return keys === 'on' || keys === 'off' ? { ...settings, keys: keys === 'on' } : settings;
}

/** Stores changed settings and sets `data-theme` of `root`. Returns a cleanup function. */
export function bindSettings(player: Player, store: KeyValueStore, root: HTMLElement): () => void {
  let last = player.getState().show.settings;
  root.dataset['theme'] = last.theme;
  return player.subscribe(({ show: { settings } }) => {
    if (settings === last) return;
    last = settings;
    store.write(SETTINGS_KEY, settings);
    root.dataset['theme'] = settings.theme;
  });
}
