import { asRecord } from '../core/asRecord';
import { toSharedShowState, toLocalCommand, type RemoteCommand, type SharedShowState } from '../core/speakerProtocol';
import type { PageQuery } from '../core/query';
import { parseTimer, type TalkTimer } from '../core/talkTimer';
import { loadChunk } from '../loading/loadChunk';
import type { Channel } from './channel';
import type { LeaderElection } from './leaderElection';
import { showNotice } from './notice';
import type { Player } from './player';
import type { RehearsalRecorder } from './rehearsalRecorder';
import type { KeyValueStore } from './keyValueStore';
import { storeTalk } from './talkStore';

/**
 * Returns the id of the talk in this tab, by which its windows find each other after a reload. `?session=` joins an existing
 * talk: a speaker window opens a new stage with it.
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
  // Without storage, a constant id is still the same after a reload.
  return sessionStore.write('session', newId) ? newId : 'talk';
}

/** Returns the timer of the talk in this tab. `wallTime` is milliseconds since 1970. */
export function readTimer(sessionStore: KeyValueStore, wallTime: number): TalkTimer {
  return parseTimer({ ...asRecord(sessionStore.read('black')), startedAt: sessionStore.read('startedAt') }, wallTime);
}

/** Stores the timer of the talk for the stage that is opened next in this tab. */
export function writeTimer(sessionStore: KeyValueStore, { startedAt, blackMs, blackSince }: Partial<TalkTimer>): void {
  sessionStore.write('startedAt', startedAt ?? null);
  sessionStore.write('black', startedAt === undefined ? null : { blackMs, blackSince });
}

export interface ConnectSpeakersOptions {
  readonly player: Player;
  readonly recorder: RehearsalRecorder;
  readonly channel: Channel;
  readonly sessionStore: KeyValueStore;
  readonly lead: LeaderElection;
  /** The short version in the address. @default none */
  readonly cut?: string | null;
  /** Brings the speaker window that this page opened to the front. */
  readonly focusSpeaker?: () => void;
  /** Returns milliseconds since 1970. @default Date.now */
  readonly wallTime?: () => number;
}

/**
 * Sends each change of the show and of the rehearsal to speaker windows while this stage leads the talk, and answers each hello.
 * Executes commands that name this stage, and those that name none while it leads. The stop that another stage reports has no
 * effect. Returns a cleanup function.
 */
export function connectSpeakers({
  player,
  recorder,
  channel,
  sessionStore,
  lead,
  cut = null,
  focusSpeaker,
  wallTime = Date.now,
}: ConnectSpeakersOptions): () => void {
  let lastSent: SharedShowState | undefined;
  const sendShow = (): void => {
    const { show } = player.getState();
    const shared = toSharedShowState(show);
    if (shared.startedAt !== lastSent?.startedAt || shared.blackSince !== lastSent?.blackSince) writeTimer(sessionStore, shared);
    storeTalk(sessionStore, cut, shared, lastSent);
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
  const execute = (wish: RemoteCommand): void => {
    const command = toLocalCommand(wish, player.now(), wallTime(), player.getState().timeline);
    if (command) player.dispatch(command);
  };
  const stopListening = channel.listen((message) => {
    const { id } = lead.getState().own;
    if (message.kind === 'show' && message.stage && message.stage.id !== id) {
      lead.receiveClaim(message.stage);
      // The other stage does not know the leader yet.
      if (lead.isLeader()) sendShow();
    }
    if (message.kind === 'bye' && message.stage) lead.handleBye(message.stage);
    if (message.kind === 'standby' && lead.isLeader()) sendAll();
    if (message.kind === 'hello') {
      lead.startLeaderTimeout();
      sendAll();
    }
    if (message.kind === 'wish' && (message.to === undefined ? lead.isLeader() : message.to === id)) execute(message.wish);
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
    if (state.show.listRequests > show.listRequests) focusSpeaker?.();
    show = state.show;
  });
  let { rehearsal, isLoaded } = recorder.getState();
  const unsubscribeRecorder = recorder.subscribe((state) => {
    if (state.rehearsal !== rehearsal || state.isLoaded !== isLoaded) sendRehearsal();
    ({ rehearsal, isLoaded } = state);
  });
  // Without this message, speaker windows would notice only after a timeout.
  const onPageHide = (): void => {
    lead.storeClaim();
    channel.send({ kind: 'bye', stage: lead.getState().own.id });
  };
  // The page comes back from the back/forward cache.
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

function openWindow(url: string, name: string, features?: string): Window | null {
  try {
    return window.open(url, name, features);
  } catch {
    return null;
  }
}

/** Opens the speaker window, or focuses the open one. */
export interface SpeakerWindowOpener {
  readonly openSpeaker: () => void;
  /** Focuses the speaker window that this page opened, if it is still open. Returns whether it is. */
  readonly focusSpeaker: () => boolean;
}

export function createSpeakerWindowOpener(session: string): SpeakerWindowOpener {
  let opened: Window | null = null;
  const focusSpeaker = (): boolean => {
    if (!opened || opened.closed) return false;
    opened.focus();
    return true;
  };
  const open = (features?: string): void => {
    if (focusSpeaker()) return;
    opened = openWindow(windowUrl('speaker', session), `understudy-${session}`, features);
    if (!opened) showNotice('The browser opened no speaker window. Allow this page to open windows, then press s again.');
  };
  const openSpeaker = (): void => {
    const hasMoreScreens = 'getScreenDetails' in window && (screen as { isExtended?: boolean }).isExtended && window.top === window;
    if (!hasMoreScreens) open();
    else
      loadChunk('Two screens', () => import('./screens')).then(
        ({ openOnTwoScreens }) => openOnTwoScreens(opened, open),
        () => open(),
      );
  };
  return { openSpeaker, focusSpeaker };
}

/** Returns the URL of a stage or speaker window of this talk, with the other query parameters of this page. */
export function windowUrl(role: 'speaker' | 'session', session: string, hash = location.hash): string {
  const url = new URL(location.href);
  const query: PageQuery = url.searchParams;
  for (const name of ['speaker', 'session'] as const) query.delete(name);
  query.set(role, session);
  url.hash = hash;
  return url.href;
}
