import { createStore } from '../core/createStore';
import { validateRehearsal, stopKey, secondsPerStop, type RehearsalRecord, type Visit } from '../core/rehearsal';
import { stopAt } from '../core/timeline';
import type { Player } from './player';
import { openLocalStore, openSessionStore, type KeyValueStore } from './keyValueStore';

/** Everything the rehearsal's views are drawn from. */
export interface RecorderState {
  /** The stops so far, while recording; times in milliseconds since 1970. */
  readonly visits: readonly Visit[] | undefined;
  readonly rehearsal: RehearsalRecord | undefined;
  /** Whether the browser has been asked for a kept rehearsal: before that, `rehearsal` says nothing. */
  readonly isLoaded: boolean;
  /** What the last change replaced, so that it can be taken back. */
  readonly replaced: { readonly rehearsal: RehearsalRecord | undefined } | undefined;
  /** Whether the browser keeps it; some refuse. */
  readonly isPersisted: boolean;
}

export interface RecorderOptions {
  readonly localStore: KeyValueStore;
  readonly sessionStore: KeyValueStore;
  /** The zero of the player's clock, in milliseconds since 1970. */
  readonly timeOrigin: number;
}

/** A recording this old, in milliseconds, is not taken up again: the tab came back another day. */
const MAX_RESUME_AGE_MS = 3_600_000;

/**
 * Records how long each stop takes in what the room sees. A reload goes on recording; what was recorded before stays
 * until the new recording is kept.
 */
export class RehearsalRecorder {
  readonly #player: Player;
  readonly #options: RecorderOptions;
  readonly #store = createStore<RecorderState>({
    visits: undefined,
    rehearsal: undefined,
    isLoaded: false,
    replaced: undefined,
    isPersisted: true,
  });
  #stopRecording: () => void = () => {};

  constructor(player: Player, options: RecorderOptions) {
    this.#player = player;
    this.#options = options;
  }

  readonly getState = this.#store.getState;
  readonly subscribe = this.#store.subscribe;
  /** Milliseconds since 1970, by the player's clock. */
  readonly now = (): number => this.#options.timeOrigin + this.#player.now();

  /**
   * Reads what is kept, and reads it again when another tab changes it. Not done by the constructor, so that the served
   * page and the loaded one begin alike.
   */
  readonly load = (): void => {
    if (this.getState().isLoaded) return;
    const visits = this.#readInterruptedVisits();
    this.#set({ isLoaded: true, rehearsal: this.#readStored(), visits });
    if (visits) this.#recordVisits();
    // What this tab replaced is not what the other one did.
    this.#options.localStore.watch('rehearsal', () => this.#set({ rehearsal: this.#readStored(), replaced: undefined }));
  };

  readonly start = (): void => {
    this.#set({ visits: [], replaced: undefined });
    this.#recordVisits();
  };

  /** Ends the recording and keeps it in place of the one before. */
  readonly stop = (): void => {
    const { visits } = this.getState();
    if (!visits) return;
    const seconds = secondsPerStop(visits, this.now());
    this.discard();
    this.replace({ understudy: 'rehearsal', version: 1, story: this.#storyId(), recordedAt: new Date(this.now()).toISOString(), seconds });
  };

  /** Ends the recording and forgets it. */
  readonly discard = (): void => {
    this.#stopRecording();
    this.#options.sessionStore.write('recording', null);
    this.#set({ visits: undefined });
  };

  /** Puts a rehearsal, or none, in place of the one there is. */
  readonly replace = (rehearsal: RehearsalRecord | undefined): void => {
    const kept = this.#options.localStore.write('rehearsal', rehearsal ?? null);
    this.#set({ replaced: { rehearsal: this.getState().rehearsal }, rehearsal, isPersisted: kept });
  };

  /** Takes the last change back. */
  readonly undo = (): void => {
    const { replaced } = this.getState();
    if (!replaced) return;
    this.replace(replaced.rehearsal);
    this.#set({ replaced: undefined });
  };

  #readStored(): RehearsalRecord | undefined {
    const reading = validateRehearsal(this.#options.localStore.read('rehearsal'), this.#storyId());
    return reading.ok ? reading.rehearsal : undefined;
  }

  #storyId(): string {
    return this.#player.getState().timeline.story.id;
  }

  /** A recording a reload broke into. */
  #readInterruptedVisits(): readonly Visit[] | undefined {
    const stored = this.#options.sessionStore.read('recording');
    if (!Array.isArray(stored)) return undefined;
    const visits = stored.filter(
      (each: Partial<Visit> | null) => typeof each?.stop === 'string' && Number.isFinite(each.at),
    ) as readonly Visit[];
    const age = this.now() - (visits.at(-1)?.at ?? -Infinity);
    return age >= 0 && age < MAX_RESUME_AGE_MS ? visits : undefined;
  }

  #recordVisits(): void {
    const note = (): void => {
      const { timeline, position } = this.#player.getState();
      const { visits = [] } = this.getState();
      const stop = stopKey(stopAt(timeline, position.stop));
      if (stop === visits.at(-1)?.stop) return;
      const longer = [...visits, { stop, at: this.now() }];
      this.#options.sessionStore.write('recording', longer);
      this.#set({ visits: longer });
    };
    this.#stopRecording();
    this.#stopRecording = this.#player.subscribe(note);
    note();
  }

  #set(change: Partial<RecorderState>): void {
    this.#store.setState({ ...this.getState(), ...change });
  }
}

const recorders = new WeakMap<Player, RehearsalRecorder>();

/** The one recorder of a player: it goes on while nothing shows it. */
export function getRecorder(player: Player): RehearsalRecorder {
  const known = recorders.get(player);
  if (known) return known;
  const { id } = player.getState().timeline.story;
  const recorder = new RehearsalRecorder(player, {
    localStore: openLocalStore(id),
    sessionStore: openSessionStore(id),
    timeOrigin: performance.timeOrigin,
  });
  recorders.set(player, recorder);
  return recorder;
}
