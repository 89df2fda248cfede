import { readSettings, type Settings } from '../core/settings';
import type { Player } from './player';
import type { Shelf } from './keyValueStore';

const NAME = 'settings';

/** Settings as this browser remembers them. */
export function storedSettings(shelf: Shelf): Settings {
  return readSettings(shelf.read(NAME));
}

/** Remembers settings when they change, and dresses `root` in the theme. Returns the way to stop. */
export function bindSettings(player: Player, shelf: Shelf, root: HTMLElement): () => void {
  let last: Settings | undefined;
  const write = (): void => {
    const { settings } = player.getState().show;
    if (settings === last) return;
    if (last) shelf.write(NAME, settings);
    last = settings;
    root.dataset['theme'] = settings.theme;
  };
  write();
  return player.subscribe(write);
}
