import { isHardReload, type KeyPress } from '../core/keymap';
import { getOfflineState } from './serviceWorker';

/**
 * Makes an ordinary reload of one that would go past the offline copy, if there is a copy: without a network, the other
 * would end in the browser's error page. Returns whether it did.
 */
export function reloadFromCache(press: KeyPress): boolean {
  if (!isHardReload(press) || getOfflineState().status !== 'stored') return false;
  location.reload();
  return true;
}
