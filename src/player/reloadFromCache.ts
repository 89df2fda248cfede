import { isHardReload, type KeyPress } from '../core/keymap';
import { getOfflineState } from './serviceWorker';

/**
 * Replaces a hard reload by an ordinary one if an offline copy is stored. A hard reload bypasses the service worker and fails
 * without a network. Returns whether the page reloads.
 */
export function reloadFromCache(press: KeyPress): boolean {
  if (!isHardReload(press) || getOfflineState().status !== 'stored') return false;
  location.reload();
  return true;
}
