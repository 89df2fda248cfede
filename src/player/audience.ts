import { sharedShow, toCommand, type SharedShow } from '../core/link';
import type { Channel } from './channel';
import type { Player } from './player';
import type { Shelf } from './storage';

/** Names the talk in this tab, so that its windows find each other again after a reload. */
export function sessionName(tab: Shelf): string {
  const known = tab.read('session');
  if (typeof known === 'string' && known !== '') return known;
  const fresh = Math.random().toString(36).slice(2, 8);
  // Where nothing can be kept, a reload must still find the same name.
  return tab.write('session', fresh) ? fresh : 'talk';
}

/** When the talk in this tab began, if it has; in milliseconds since 1970. */
export function storedStart(tab: Shelf): number | undefined {
  const start = tab.read('startedAt');
  return typeof start === 'number' ? start : undefined;
}

/**
 * Lets speaker windows follow and drive `player`. The stage answers every hello and tells every change; it obeys wishes
 * and takes its position from nobody. Returns the way to stop.
 */
export function bindAudience(player: Player, channel: Channel, tab: Shelf): () => void {
  let last: SharedShow | undefined;
  const tell = (): void => {
    const { show } = player.getState();
    const shared = sharedShow(show);
    if (shared.startedAt !== last?.startedAt) tab.write('startedAt', shared.startedAt ?? null);
    last = shared;
    channel.send({ kind: 'show', show: shared });
  };
  const stopHearing = channel.listen((message) => {
    if (message.kind === 'hello') tell();
    if (message.kind === 'wish') player.perform(toCommand(message.wish, performance.timeOrigin));
  });
  tell();
  let show = player.getState().show;
  const stopFollowing = player.subscribe((state) => {
    if (state.show !== show) tell();
    show = state.show;
  });
  return () => {
    stopHearing();
    stopFollowing();
    channel.close();
  };
}

/** Opens the speaker's tab, or brings the one that is open to the front. */
export function speakerOpener(session: string): () => void {
  let opened: Window | null = null;
  return () => {
    if (opened && !opened.closed) {
      opened.focus();
      return;
    }
    const address = new URL(location.href);
    address.search = `?speaker=${encodeURIComponent(session)}`;
    opened = window.open(address, `understudy-${session}`);
  };
}
