import { toSharedShowState, toLocalCommand, type SharedShowState } from '../core/speakerProtocol';
import type { PageQuery } from '../core/query';
import type { Channel } from './channel';
import type { LeaderElection } from './leaderElection';
import { showNotice } from './notice';
import type { Player } from './player';
import type { RehearsalRecorder } from './rehearsalRecorder';
import type { KeyValueStore } from './keyValueStore';

/**
 * Names the talk in this tab, so that its windows find each other again after a reload. `?session=` names one to join:
 * a speaker window opens a new stage with it when the old one is gone.
 */
export function resolveSessionId(sessionStore: KeyValueStore, search = location.search): string {
  const query: PageQuery = new URLSearchParams(search);
  const requestedId = query.get('session');
  if (requestedId) {
    sessionStore.write('session', requestedId);
    return requestedId;
  }
  const storedId = sessionStore.read('session');
  if (typeof storedId === 'string' && storedId !== '') return storedId;
  const newId = Math.random().toString(36).slice(2, 8);
  // Where nothing can be kept, a reload must still find the same name.
  return sessionStore.write('session', newId) ? newId : 'talk';
}

/** When the talk in this tab began, if it has; in milliseconds since 1970. */
export function readStartedAt(sessionStore: KeyValueStore): number | undefined {
  const start = sessionStore.read('startedAt');
  return typeof start === 'number' ? start : undefined;
}

export interface ConnectSpeakersOptions {
  readonly player: Player;
  readonly recorder: RehearsalRecorder;
  readonly channel: Channel;
  readonly sessionStore: KeyValueStore;
  readonly lead: LeaderElection;
  /** The time of day, in milliseconds since 1970. */
  readonly wallTime?: () => number;
}

/**
 * Lets speaker windows follow and drive `player` while its stage leads the talk. It answers every hello and tells every
 * change of the show and of the rehearsal it plans with; it obeys wishes and takes its position from nobody. Returns the
 * way to stop.
 */
export function connectSpeakers({
  player,
  recorder,
  channel,
  sessionStore,
  lead,
  wallTime = Date.now,
}: ConnectSpeakersOptions): () => void {
  let lastSent: SharedShowState | undefined;
  const sendShow = (): void => {
    const { show } = player.getState();
    const shared = toSharedShowState(show);
    if (shared.startedAt !== lastSent?.startedAt) sessionStore.write('startedAt', shared.startedAt ?? null);
    lastSent = shared;
    if (lead.isLeader()) channel.send({ kind: 'show', show: shared, stage: lead.getState().own });
  };
  const sendRehearsal = (): void => {
    const { isLoaded, rehearsal = null } = recorder.getState();
    if (isLoaded && lead.isLeader()) channel.send({ kind: 'rehearsal', rehearsal, stage: lead.getState().own.id });
  };
  const sendAll = (): void => {
    sendShow();
    sendRehearsal();
  };
  const stopListening = channel.listen((message) => {
    const { id } = lead.getState().own;
    if (message.kind === 'show' && message.stage && message.stage.id !== id) {
      lead.receiveClaim(message.stage);
      // It does not know yet who leads.
      if (lead.isLeader()) sendShow();
    }
    if (message.kind === 'bye' && message.stage) lead.handleBye(message.stage);
    if (message.kind === 'hello') {
      lead.startLeaderTimeout();
      sendAll();
    }
    if (message.kind === 'wish' && (message.to === undefined ? lead.isLeader() : message.to === id))
      player.dispatch(toLocalCommand(message.wish, player.now(), wallTime()));
    if (lead.isLeader() && (message.kind === 'hello' || message.kind === 'wish')) player.setSpeakerConnected(true);
    if (message.kind === 'leave') player.setSpeakerConnected(false);
  });
  let wasLeader = lead.isLeader();
  const unsubscribeLeader = lead.subscribe(() => {
    const isLeader = lead.isLeader();
    player.setLeader(isLeader);
    if (!isLeader) player.setSpeakerConnected(false);
    else if (!wasLeader) sendAll();
    wasLeader = isLeader;
  });
  sendShow();
  let show = player.getState().show;
  const unsubscribePlayer = player.subscribe((state) => {
    if (state.show !== show) sendShow();
    show = state.show;
  });
  let { rehearsal } = recorder.getState();
  const unsubscribeRecorder = recorder.subscribe(() => {
    const before = rehearsal;
    ({ rehearsal } = recorder.getState());
    if (rehearsal !== before) sendRehearsal();
  });
  // Speakers learn at once that the stage goes, rather than from its silence.
  const onPageHide = (): void => {
    lead.storeClaim();
    channel.send({ kind: 'bye', stage: lead.getState().own.id });
  };
  // The browser had put the whole page aside, and brings it back.
  const onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    lead.clearStoredClaim();
    sendAll();
  };
  addEventListener('pagehide', onPageHide);
  addEventListener('pageshow', onPageShow);
  return () => {
    removeEventListener('pagehide', onPageHide);
    removeEventListener('pageshow', onPageShow);
    lead.storeClaim();
    stopListening();
    unsubscribePlayer();
    unsubscribeRecorder();
    unsubscribeLeader();
    channel.close();
  };
}

function openWindow(address: string, name: string): Window | null {
  try {
    return window.open(address, name);
  } catch {
    return null;
  }
}

/** Opens the speaker's tab, or brings the one that is open to the front. */
export function createSpeakerWindowOpener(session: string): () => void {
  let opened: Window | null = null;
  return () => {
    if (opened && !opened.closed) {
      opened.focus();
      return;
    }
    opened = openWindow(windowUrl('speaker', session), `understudy-${session}`);
    if (!opened) showNotice('The browser opened no speaker window. Allow this page to open windows, then press s again.');
  };
}

/** The address of this talk's stage or speaker window, at the same place and with the same wishes (`motion=off`). */
export function windowUrl(role: 'speaker' | 'session', session: string, hash = location.hash): string {
  const address = new URL(location.href);
  const query: PageQuery = address.searchParams;
  for (const name of ['speaker', 'session'] as const) query.delete(name);
  query.set(role, session);
  address.hash = hash;
  return address.href;
}
