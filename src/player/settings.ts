import { parseSettings, type Settings } from '../core/settings';
import type { Player } from './player';
import type { KeyValueStore } from './keyValueStore';

const SETTINGS_KEY = 'settings';

/** Settings as this browser remembers them. */
export function loadSettings(store: KeyValueStore): Settings {
  return parseSettings(store.read(SETTINGS_KEY));
}

/** Remembers settings when they change, and dresses `root` in the theme. Returns the way to stop. */
export function bindSettings(player: Player, store: KeyValueStore, root: HTMLElement): () => void {
  let last: Settings | undefined;
  const write = (): void => {
    const { settings } = player.getState().show;
    if (settings === last) return;
    if (last) store.write(SETTINGS_KEY, settings);
    last = settings;
    root.dataset['theme'] = settings.theme;
  };
  write();
  return player.subscribe(write);
}
