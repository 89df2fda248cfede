import type { Clock } from '../core/clock';
import { createStore, type Store } from '../core/createStore';
import { unexpiredNumber, appendKey, PENDING_NUMBER_TIMEOUT_MS, type PendingNumber } from '../core/pendingNumber';
import { clampTextStep, parseSettings } from '../core/settings';
import type { RemoteAction, SharedShowState } from '../core/speakerProtocol';
import { parseHash } from '../core/stopHash';
import { stopIndexForNumber, stopKey } from '../core/stopNumber';
import { stopAt, type Timeline } from '../core/timeline';
import type { KeyValueStore } from '../player/keyValueStore';
import { parseSpeakerSettings, type SpeakerSettings } from './speakerSettings';
import type { StageConnection, StageState } from './stageConnection';

const SPEAKER_SETTINGS_KEY = 'speaker';

/** All state of the speaker window. Until the stage answers, `show` and `rehearsal` come from the address and the browser’s storage. */
export interface SpeakerState extends StageState {
  /** Without the stops that the stage has dropped. */
  readonly timeline: Timeline;
  /** The stage’s theme until one is chosen here; the text size is that of the notes. */
  readonly settings: SpeakerSettings;
  readonly pendingNumber: PendingNumber | undefined;
  readonly isHelpOpen: boolean;
  readonly isDevicesOpen: boolean;
}

export interface SpeakerStoreOptions {
  readonly createTimeline: (dropped: readonly string[]) => Timeline;
  /** The stops that the address drops. @default none */
  readonly dropped?: readonly string[];
  readonly connection: StageConnection;
  readonly clock: Clock;
  readonly localStore: KeyValueStore;
  /** The hash of the address, which names the stop. */
  readonly hash: string;
}

/** The state of the speaker window and everything that changes it. */
export class SpeakerStore {
  readonly clock: Clock;
  readonly getState: Store<SpeakerState>['getState'];
  readonly subscribe: Store<SpeakerState>['subscribe'];
  readonly #store: Store<SpeakerState>;
  readonly #connection: StageConnection;
  readonly #localStore: KeyValueStore;
  readonly #createTimeline: SpeakerStoreOptions['createTimeline'];
  /** The timeline with all stops, and the one of the address, which the talk is planned by. */
  readonly whole: Timeline;
  readonly planned: Timeline;
  #localSettings: Partial<SpeakerSettings>;
  #cancelNumberTimeout: () => void = () => {};

  constructor({ createTimeline, dropped = [], connection, clock, localStore, hash }: SpeakerStoreOptions) {
    const timeline = createTimeline(dropped);
    this.#createTimeline = createTimeline;
    this.whole = createTimeline([]);
    this.planned = timeline;
    this.clock = clock;
    this.#connection = connection;
    this.#localStore = localStore;
    this.#localSettings = parseSpeakerSettings(localStore.read(SPEAKER_SETTINGS_KEY));
    this.#store = createStore<SpeakerState>({
      connectionStatus: 'searching',
      timeline,
      show: { ...UNKNOWN_SHOW, dropped, stop: parseHash(timeline, hash) },
      rehearsal: localStore.read('rehearsal'),
      leader: undefined,
      settings: { ...parseSettings(localStore.read('settings')), textStep: 0, pausesWithBlack: false, ...this.#localSettings },
      pendingNumber: undefined,
      isHelpOpen: false,
      isDevicesOpen: false,
    });
    ({ getState: this.getState, subscribe: this.subscribe } = this.#store);
  }

  get timeline(): Timeline {
    return this.getState().timeline;
  }

  /** Follows the stage. Returns a cleanup function. */
  readonly connect = (): (() => void) => {
    const disconnect = this.#connection.connect((change) => {
      const stageTheme = change.show?.theme && { theme: change.show.theme };
      const { timeline, show } = this.getState();
      const dropped = change.show?.dropped ?? [];
      const isSame = !change.show || dropped.join() === (show.dropped ?? []).join();
      this.#update({
        ...change,
        timeline: isSame ? timeline : this.#createTimeline(dropped),
        settings: { ...this.getState().settings, ...stageTheme, ...this.#localSettings },
      });
    });
    // Another tab may record a rehearsal while no stage answers.
    const stopWatching = this.#localStore.watch('rehearsal', () => {
      if (this.getState().connectionStatus !== 'online') this.#update({ rehearsal: this.#localStore.read('rehearsal') });
    });
    return () => {
      disconnect();
      stopWatching();
      this.#cancelNumberTimeout();
    };
  };

  /** Sends `action` to the stage. If a number is pending, `next` jumps to it instead; every action discards the number. */
  readonly sendAction = (action: RemoteAction, at: number, repeat = false): void => {
    const number = unexpiredNumber(this.getState().pendingNumber, at);
    this.setPendingNumber(undefined);
    if (number && action === 'next') this.goTo(stopIndexForNumber(this.timeline, number.text), at);
    else this.#connection.sendAction(action, at, repeat);
  };

  readonly goTo = (stop: number, at: number): void => {
    this.setPendingNumber(undefined);
    const target = stopAt(this.timeline, stop);
    this.#connection.goTo(target.index, stopKey(target), at);
  };

  /** Leaves optional stops ahead out of the talk, or takes them back in. */
  readonly drop = (type: 'drop' | 'restore', stops: readonly string[], at: number): boolean => this.#connection.drop(type, stops, at);

  /** Appends `key` to the pending number. Returns whether it can be part of one. */
  readonly appendKey = (key: string, at: number): boolean => {
    const number = appendKey(this.getState().pendingNumber, key, at);
    if (number) this.setPendingNumber(number);
    return number !== undefined;
  };

  readonly setPendingNumber = (pendingNumber: PendingNumber | undefined): void => {
    if (pendingNumber === this.getState().pendingNumber) return;
    this.#cancelNumberTimeout();
    if (pendingNumber) this.#cancelNumberTimeout = this.clock.setTimer(PENDING_NUMBER_TIMEOUT_MS, () => this.setPendingNumber(undefined));
    this.#update({ pendingNumber });
  };

  readonly setHelpOpen = (isHelpOpen: boolean): void => this.#update({ isHelpOpen, isDevicesOpen: false });

  readonly setDevicesOpen = (isDevicesOpen: boolean): void => this.#update({ isDevicesOpen, isHelpOpen: false });

  readonly toggleTheme = (): void => this.#updateSettings({ theme: this.getState().settings.theme === 'dark' ? 'light' : 'dark' });

  /** Makes the notes larger or smaller by `steps`, or resets their size. */
  readonly resizeNotes = (steps: number | 'reset'): void => {
    this.#updateSettings({ textStep: steps === 'reset' ? 0 : clampTextStep(this.getState().settings.textStep + steps) });
  };

  readonly togglePauseWithBlack = (): void => this.#updateSettings({ pausesWithBlack: !this.getState().settings.pausesWithBlack });

  #updateSettings(change: Partial<SpeakerSettings>): void {
    this.#localSettings = { ...this.#localSettings, ...change };
    this.#localStore.write(SPEAKER_SETTINGS_KEY, this.#localSettings);
    this.#update({ settings: { ...this.getState().settings, ...change } });
  }

  #update(change: Partial<SpeakerState>): void {
    this.#store.setState({ ...this.getState(), ...change });
  }
}

const UNKNOWN_SHOW: Omit<SharedShowState, 'stop'> = {
  playing: false,
  arrival: 0,
  curtain: 'open',
  covered: false,
  wire: false,
  autoplay: false,
  frozen: undefined,
  startedAt: undefined,
};
