import { sharedShow, toCommand, type SharedShow } from '../core/link';
import type { PageQuery } from '../core/query';
import type { Channel } from './channel';
import type { Player } from './player';
import type { Recorder } from './rehearsal';
import type { Shelf } from './storage';

/**
 * Names the talk in this tab, so that its windows find each other again after a reload. `?session=` names one to join:
 * a speaker window opens a new stage with it when the old one is gone.
 */
export function sessionName(tab: Shelf, search = location.search): string {
  const query: PageQuery = new URLSearchParams(search);
  const asked = query.get('session');
  if (asked) {
    tab.write('session', asked);
    return asked;
  }
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
 * Lets speaker windows follow and drive `player`. The stage answers every hello and tells every change of the show and of
 * the rehearsal it plans with; it obeys wishes and takes its position from nobody. `today` is the time of day. Returns
 * the way to stop.
 */
export function bindAudience(player: Player, recorder: Recorder, channel: Channel, tab: Shelf, today: () => number = Date.now): () => void {
  let last: SharedShow | undefined;
  const tell = (): void => {
    const { show } = player.getState();
    const shared = sharedShow(show);
    if (shared.startedAt !== last?.startedAt) tab.write('startedAt', shared.startedAt ?? null);
    last = shared;
    channel.send({ kind: 'show', show: shared });
  };
  const tellRehearsal = (): void => {
    const { opened, rehearsal = null } = recorder.getState();
    if (opened) channel.send({ kind: 'rehearsal', rehearsal });
  };
  const stopHearing = channel.listen((message) => {
    if (message.kind === 'hello' || message.kind === 'wish') player.hearSpeaker(true);
    if (message.kind === 'leave') player.hearSpeaker(false);
    if (message.kind === 'hello') {
      tell();
      tellRehearsal();
    }
    if (message.kind === 'wish') player.perform(toCommand(message.wish, player.now(), today()));
  });
  tell();
  let show = player.getState().show;
  const stopFollowing = player.subscribe((state) => {
    if (state.show !== show) tell();
    show = state.show;
  });
  let { rehearsal } = recorder.getState();
  const stopPlanning = recorder.subscribe(() => {
    const before = rehearsal;
    ({ rehearsal } = recorder.getState());
    if (rehearsal !== before) tellRehearsal();
  });
  // Speakers learn at once that the stage goes, rather than from its silence.
  const leave = (): void => channel.send({ kind: 'bye' });
  addEventListener('pagehide', leave);
  return () => {
    removeEventListener('pagehide', leave);
    stopHearing();
    stopFollowing();
    stopPlanning();
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
    opened = window.open(windowAddress('speaker', session), `understudy-${session}`);
  };
}

/** The address of this talk's stage or speaker window, at the same place and with the same wishes (`motion=off`). */
export function windowAddress(role: 'speaker' | 'session', session: string, hash = location.hash): string {
  const address = new URL(location.href);
  const query: PageQuery = address.searchParams;
  for (const name of ['speaker', 'session'] as const) query.delete(name);
  query.set(role, session);
  address.hash = hash;
  return address.href;
}
