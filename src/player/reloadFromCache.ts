import { reloadsPastCopy, type KeyPress } from '../core/keymap';
import { offlineState } from './serviceWorker';

/**
 * Makes an ordinary reload of one that would go past the offline copy, if there is a copy: without a network, the other
 * would end in the browser's error page. Returns whether it did.
 */
export function reloadFromCopy(press: KeyPress): boolean {
  if (!reloadsPastCopy(press) || offlineState().copy !== 'stored') return false;
  location.reload();
  return true;
}
