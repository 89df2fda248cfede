import type { Clock } from '../core/clock';
import type { LeaderClaim } from '../core/leaderElection';
import type { RemoteAction, SharedShowState } from '../core/speakerProtocol';
import { clampTextStep, parseSettings, type Settings } from '../core/settings';
import { stopIndexForNumber } from '../core/stopNumber';
import { stopAt, type Timeline } from '../core/timeline';
import { unexpiredNumber, appendKey, PENDING_NUMBER_TIMEOUT_MS, type PendingNumber } from '../core/pendingNumber';
import type { KeyValueStore } from '../player/keyValueStore';
import type { ConnectionStatus, StageConnection } from './stageConnection';

const SPEAKER_SETTINGS_KEY = 'speaker';

/** Everything the speaker window is drawn from. */
export interface SpeakerState {
  readonly connectionStatus: ConnectionStatus;
  /** The show; before the stage's first word, what the address says of it. */
  readonly show: SharedShowState;
  /** What the plan goes by: as the stage tells it; before its first word, what the browser keeps. */
  readonly rehearsal: unknown;
  /** The claim of the stage that leads, or did last; undefined before one was heard. */
  readonly leader: LeaderClaim | undefined;
  /** The theme is the stage's until this window is given one of its own; the size of the notes is its own. */
  readonly settings: Settings;
  readonly pendingNumber: PendingNumber | undefined;
  readonly isHelpOpen: boolean;
}

export interface SpeakerStoreOptions {
  readonly timeline: Timeline;
  readonly connection: StageConnection;
  readonly clock: Clock;
  readonly localStore: KeyValueStore;
  /** Where the stage was when this window was opened. */
  readonly stop: number;
}

/** The speaker's own table: the show as the stage tells it, and what only this window has. */
export class SpeakerStore {
  readonly timeline: Timeline;
  readonly clock: Clock;
  readonly #connection: StageConnection;
  readonly #localStore: KeyValueStore;
  readonly #listeners = new Set<() => void>();
  #state: SpeakerState;
  #localSettings: Partial<Settings>;
  #cancelNumberTimeout: () => void = () => {};

  constructor({ timeline, connection, clock, localStore, stop }: SpeakerStoreOptions) {
    this.timeline = timeline;
    this.clock = clock;
    this.#connection = connection;
    this.#localStore = localStore;
    const show: SharedShowState = {
      stop,
      playing: false,
      arrival: 0,
      curtain: 'open',
      covered: false,
      wire: false,
      autoplay: false,
      frozen: undefined,
      startedAt: undefined,
    };
    this.#localSettings = parseLocalSettings(localStore.read(SPEAKER_SETTINGS_KEY));
    const settings = { ...parseSettings(localStore.read('settings')), textStep: 0, ...this.#localSettings };
    this.#state = {
      connectionStatus: 'searching',
      show,
      rehearsal: localStore.read('rehearsal'),
      leader: undefined,
      settings,
      pendingNumber: undefined,
      isHelpOpen: false,
    };
  }

  readonly getState = (): SpeakerState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the stage. Returns the way to stop. */
  readonly connect = (): (() => void) => {
    const stopFollowing = this.#connection.subscribe(() => {
      const { connectionStatus, show = this.#state.show, rehearsal = this.#state.rehearsal, leader } = this.#connection.getState();
      const settings = { ...this.#state.settings, ...(show.theme && { theme: show.theme }), ...this.#localSettings };
      this.#setState({ connectionStatus, show, rehearsal, leader, settings });
    });
    const close = this.#connection.connect();
    return () => {
      stopFollowing();
      close();
      this.#cancelNumberTimeout();
    };
  };

  /** Wishes for an action of the stage. A number standing typed makes next a jump, and anything else forgets it. */
  readonly sendAction = (action: RemoteAction, at: number, repeat = false): void => {
    const typed = unexpiredNumber(this.#state.pendingNumber, at);
    if (this.#state.pendingNumber) this.setPendingNumber(undefined);
    if (typed && action === 'next') this.goTo(stopIndexForNumber(this.timeline, typed.text), at);
    else this.#connection.sendAction(action, at, repeat);
  };

  readonly goTo = (stop: number, at: number): void => {
    if (this.#state.pendingNumber) this.setPendingNumber(undefined);
    this.#connection.goTo(stopAt(this.timeline, stop).index, at);
  };

  /** Takes a key as part of a number to go to, if it is one. */
  readonly appendKey = (key: string, at: number): boolean => {
    const typed = appendKey(this.#state.pendingNumber, key, at);
    if (typed) this.setPendingNumber(typed);
    return typed !== undefined;
  };

  readonly setPendingNumber = (typed: PendingNumber | undefined): void => {
    this.#cancelNumberTimeout();
    if (typed) this.#cancelNumberTimeout = this.clock.setTimer(PENDING_NUMBER_TIMEOUT_MS, () => this.setPendingNumber(undefined));
    this.#setState({ pendingNumber: typed });
  };

  readonly setHelpOpen = (help: boolean): void => this.#setState({ isHelpOpen: help });

  readonly toggleTheme = (): void => this.#updateSettings({ theme: this.#state.settings.theme === 'dark' ? 'light' : 'dark' });

  /** Makes the notes larger or smaller by `steps`, or as designed. */
  readonly resizeNotes = (steps: number | 'reset'): void => {
    this.#updateSettings({ textStep: steps === 'reset' ? 0 : clampTextStep(this.#state.settings.textStep + steps) });
  };

  #updateSettings(change: Partial<Settings>): void {
    this.#localSettings = { ...this.#localSettings, ...change };
    this.#localStore.write(SPEAKER_SETTINGS_KEY, this.#localSettings);
    this.#setState({ settings: { ...this.#state.settings, ...change } });
  }

  #setState(change: Partial<SpeakerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The settings this window was given itself, as they were stored: none, some or all of them. Never throws. */
function parseLocalSettings(stored: unknown): Partial<Settings> {
  const storedNames = typeof stored === 'object' && stored !== null ? Object.keys(stored) : [];
  return Object.fromEntries(Object.entries(parseSettings(stored)).filter(([name]) => storedNames.includes(name)));
}
