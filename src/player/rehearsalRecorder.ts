import { readRehearsal, stopKey, timesPerStop, type Rehearsal, type Visit } from '../core/rehearsal';
import { stopAt } from '../core/timeline';
import type { Player } from './player';
import { lastingShelf, tabShelf, type Shelf } from './keyValueStore';

/** Everything the rehearsal's views are drawn from. */
export interface RecorderState {
  /** The stops so far, while recording; times in milliseconds since 1970. */
  readonly visits: readonly Visit[] | undefined;
  readonly rehearsal: Rehearsal | undefined;
  /** Whether the browser has been asked for a kept rehearsal: before that, `rehearsal` says nothing. */
  readonly opened: boolean;
  /** What the last change replaced, so that it can be taken back. */
  readonly before: { readonly rehearsal: Rehearsal | undefined } | undefined;
  /** Whether the browser keeps it; some refuse. */
  readonly kept: boolean;
}

export interface RecorderOptions {
  readonly lasting: Shelf;
  readonly tab: Shelf;
  /** The zero of the player's clock, in milliseconds since 1970. */
  readonly origin: number;
}

/** A recording this old, in milliseconds, is not taken up again: the tab came back another day. */
const STALE_MS = 3_600_000;

/**
 * Records how long each stop takes in what the room sees. A reload goes on recording; what was recorded before stays
 * until the new recording is kept.
 */
export class Recorder {
  readonly #player: Player;
  readonly #options: RecorderOptions;
  readonly #listeners = new Set<() => void>();
  #state: RecorderState = { visits: undefined, rehearsal: undefined, opened: false, before: undefined, kept: true };
  #unfollow: () => void = () => {};

  constructor(player: Player, options: RecorderOptions) {
    this.#player = player;
    this.#options = options;
  }

  readonly getState = (): RecorderState => this.#state;
  /** Milliseconds since 1970, by the player's clock. */
  readonly now = (): number => this.#options.origin + this.#player.now();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Reads what is kept, and reads it again when another tab changes it. Not done by the constructor, so that the served
   * page and the loaded one begin alike.
   */
  readonly open = (): void => {
    if (this.#state.opened) return;
    const visits = this.#interrupted();
    this.#set({ opened: true, rehearsal: this.#stored(), visits });
    if (visits) this.#follow();
    // What this tab replaced is not what the other one did.
    this.#options.lasting.watch('rehearsal', () => this.#set({ rehearsal: this.#stored(), before: undefined }));
  };

  readonly start = (): void => {
    this.#set({ visits: [], before: undefined });
    this.#follow();
  };

  /** Ends the recording and keeps it in place of the one before. */
  readonly stop = (): void => {
    const { visits } = this.#state;
    if (!visits) return;
    const seconds = timesPerStop(visits, this.now());
    this.discard();
    this.take({ understudy: 'rehearsal', version: 1, story: this.#story(), recordedAt: new Date(this.now()).toISOString(), seconds });
  };

  /** Ends the recording and forgets it. */
  readonly discard = (): void => {
    this.#unfollow();
    this.#options.tab.write('recording', null);
    this.#set({ visits: undefined });
  };

  /** Puts a rehearsal, or none, in place of the one there is. */
  readonly take = (rehearsal: Rehearsal | undefined): void => {
    const kept = this.#options.lasting.write('rehearsal', rehearsal ?? null);
    this.#set({ before: { rehearsal: this.#state.rehearsal }, rehearsal, kept });
  };

  /** Takes the last change back. */
  readonly undo = (): void => {
    if (!this.#state.before) return;
    this.take(this.#state.before.rehearsal);
    this.#set({ before: undefined });
  };

  #stored(): Rehearsal | undefined {
    const reading = readRehearsal(this.#options.lasting.read('rehearsal'), this.#story());
    return reading.ok ? reading.rehearsal : undefined;
  }

  #story(): string {
    return this.#player.getState().timeline.story.id;
  }

  /** A recording a reload broke into. */
  #interrupted(): readonly Visit[] | undefined {
    const stored = this.#options.tab.read('recording');
    if (!Array.isArray(stored)) return undefined;
    const visits = stored.filter(
      (each: Partial<Visit> | null) => typeof each?.stop === 'string' && Number.isFinite(each.at),
    ) as readonly Visit[];
    const age = this.now() - (visits.at(-1)?.at ?? -Infinity);
    return age >= 0 && age < STALE_MS ? visits : undefined;
  }

  #follow(): void {
    const note = (): void => {
      const { timeline, position } = this.#player.getState();
      const { visits = [] } = this.#state;
      const stop = stopKey(stopAt(timeline, position.stop));
      if (stop === visits.at(-1)?.stop) return;
      const longer = [...visits, { stop, at: this.now() }];
      this.#options.tab.write('recording', longer);
      this.#set({ visits: longer });
    };
    this.#unfollow();
    this.#unfollow = this.#player.subscribe(note);
    note();
  }

  #set(change: Partial<RecorderState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const recorders = new WeakMap<Player, Recorder>();

/** The one recorder of a player: it goes on while nothing shows it. */
export function recorderOf(player: Player): Recorder {
  const known = recorders.get(player);
  if (known) return known;
  const { id } = player.getState().timeline.story;
  const recorder = new Recorder(player, { lasting: lastingShelf(id), tab: tabShelf(id), origin: performance.timeOrigin });
  recorders.set(player, recorder);
  return recorder;
}
