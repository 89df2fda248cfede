import { createStore } from '../core/createStore';
import { validateRehearsal, secondsPerStop, type RehearsalRecord, type Visit } from '../core/rehearsal';
import { stopKey } from '../core/stopNumber';
import { stopAt } from '../core/timeline';
import type { Player } from './player';
import { openLocalStore, openSessionStore, type KeyValueStore } from './keyValueStore';

export interface RecorderState {
  /** The stops visited so far; undefined while nothing is recorded. Times in milliseconds since 1970. */
  readonly visits: readonly Visit[] | undefined;
  readonly rehearsal: RehearsalRecord | undefined;
  /** Whether the stored rehearsal has been read; before that, `rehearsal` is undefined. */
  readonly isLoaded: boolean;
  /** What the last change replaced, for undo. */
  readonly replaced: { readonly rehearsal: RehearsalRecord | undefined } | undefined;
  /** Whether the browser stored the last change; some refuse. */
  readonly isPersisted: boolean;
}

export interface RecorderOptions {
  readonly localStore: KeyValueStore;
  readonly sessionStore: KeyValueStore;
  /** The zero of the player's clock, in milliseconds since 1970. */
  readonly timeOrigin: number;
}

/** Milliseconds after which an interrupted recording is not resumed. */
const MAX_RESUME_AGE_MS = 3_600_000;

/**
 * Records how long the audience sees each stop. Continues after a reload. The stored rehearsal stays until a recording ends.
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
   * Reads the stored rehearsal now and whenever another tab changes it. The constructor does not read it, so that React hydrates with
   * the state of the prerendered page.
   */
  readonly load = (): void => {
    if (this.getState().isLoaded) return;
    const visits = this.#readInterruptedVisits();
    this.#set({ isLoaded: true, rehearsal: this.#readStored(), visits });
    if (visits) this.#recordVisits();
    // Undo in this tab must not remove the other tab's rehearsal.
    this.#options.localStore.watch('rehearsal', () => this.#set({ rehearsal: this.#readStored(), replaced: undefined }));
  };

  readonly start = (): void => {
    this.#set({ visits: [], replaced: undefined });
    this.#recordVisits();
  };

  /** Ends the recording and stores it in place of the previous rehearsal. */
  readonly stop = (): void => {
    const { visits } = this.getState();
    if (!visits) return;
    const seconds = secondsPerStop(visits, this.now());
    this.discard();
    this.replace({ understudy: 'rehearsal', version: 1, story: this.#storyId(), recordedAt: new Date(this.now()).toISOString(), seconds });
  };

  /** Ends the recording without storing it. */
  readonly discard = (): void => {
    this.#stopRecording();
    this.#options.sessionStore.write('recording', null);
    this.#set({ visits: undefined });
  };

  /** Replaces the stored rehearsal; undefined removes it. */
  readonly replace = (rehearsal: RehearsalRecord | undefined): void => {
    const isPersisted = this.#options.localStore.write('rehearsal', rehearsal ?? null);
    this.#set({ replaced: { rehearsal: this.getState().rehearsal }, rehearsal, isPersisted });
  };

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

  /** Reads the recording that a reload interrupted. */
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
    const recordVisit = (): void => {
      const { timeline, position } = this.#player.getState();
      const { visits = [] } = this.getState();
      const stop = stopKey(stopAt(timeline, position.stop));
      if (stop === visits.at(-1)?.stop) return;
      const nextVisits = [...visits, { stop, at: this.now() }];
      this.#options.sessionStore.write('recording', nextVisits);
      this.#set({ visits: nextVisits });
    };
    this.#stopRecording();
    this.#stopRecording = this.#player.subscribe(recordVisit);
    recordVisit();
  }

  #set(change: Partial<RecorderState>): void {
    this.#store.setState({ ...this.getState(), ...change });
  }
}

const recorders = new WeakMap<Player, RehearsalRecorder>();

/** Returns the recorder of `player`. It records even if no component shows it. */
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
