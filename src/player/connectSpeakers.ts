import { sharedShow, toCommand, type SharedShow } from '../core/speakerProtocol';
import type { PageQuery } from '../core/query';
import type { Channel } from './channel';
import type { Lead } from './leaderElection';
import { tellPresenter } from './notice';
import type { Player } from './player';
import type { Recorder } from './rehearsalRecorder';
import type { Shelf } from './keyValueStore';

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

export interface AudienceOptions {
  readonly player: Player;
  readonly recorder: Recorder;
  readonly channel: Channel;
  readonly tab: Shelf;
  readonly lead: Lead;
  /** The time of day, in milliseconds since 1970. */
  readonly today?: () => number;
}

/**
 * Lets speaker windows follow and drive `player` while its stage leads the talk. It answers every hello and tells every
 * change of the show and of the rehearsal it plans with; it obeys wishes and takes its position from nobody. Returns the
 * way to stop.
 */
export function bindAudience({ player, recorder, channel, tab, lead, today = Date.now }: AudienceOptions): () => void {
  let last: SharedShow | undefined;
  const tell = (): void => {
    const { show } = player.getState();
    const shared = sharedShow(show);
    if (shared.startedAt !== last?.startedAt) tab.write('startedAt', shared.startedAt ?? null);
    last = shared;
    if (lead.leads()) channel.send({ kind: 'show', show: shared, stage: lead.getState().own });
  };
  const tellRehearsal = (): void => {
    const { opened, rehearsal = null } = recorder.getState();
    if (opened && lead.leads()) channel.send({ kind: 'rehearsal', rehearsal, stage: lead.getState().own.id });
  };
  const tellAll = (): void => {
    tell();
    tellRehearsal();
  };
  const stopHearing = channel.listen((message) => {
    const { id } = lead.getState().own;
    if (message.kind === 'show' && message.stage && message.stage.id !== id) {
      lead.hear(message.stage);
      // It does not know yet who leads.
      if (lead.leads()) tell();
    }
    if (message.kind === 'bye' && message.stage) lead.hearBye(message.stage);
    if (message.kind === 'hello') {
      lead.expectAnswer();
      tellAll();
    }
    if (message.kind === 'wish' && (message.to === undefined ? lead.leads() : message.to === id))
      player.perform(toCommand(message.wish, player.now(), today()));
    if (lead.leads() && (message.kind === 'hello' || message.kind === 'wish')) player.hearSpeaker(true);
    if (message.kind === 'leave') player.hearSpeaker(false);
  });
  let led = lead.leads();
  const stopLeading = lead.subscribe(() => {
    const leads = lead.leads();
    player.setLeads(leads);
    if (!leads) player.hearSpeaker(false);
    else if (!led) tellAll();
    led = leads;
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
  const leave = (): void => {
    lead.suspend();
    channel.send({ kind: 'bye', stage: lead.getState().own.id });
  };
  // The browser had put the whole page aside, and brings it back.
  const comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    lead.resume();
    tellAll();
  };
  addEventListener('pagehide', leave);
  addEventListener('pageshow', comeBack);
  return () => {
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', comeBack);
    lead.suspend();
    stopHearing();
    stopFollowing();
    stopPlanning();
    stopLeading();
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
export function speakerOpener(session: string): () => void {
  let opened: Window | null = null;
  return () => {
    if (opened && !opened.closed) {
      opened.focus();
      return;
    }
    opened = openWindow(windowAddress('speaker', session), `understudy-${session}`);
    if (!opened) tellPresenter('The browser opened no speaker window. Allow this page to open windows, then press s again.');
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
