import type { Clock } from '../core/clock';
import { formatHash, parseHash } from '../core/stopHash';
import { arrive, phaseDuration, type Position } from '../core/position';
import type { Settings } from '../core/settings';
import { opening, perform, seen, type Command, type Show } from '../core/show';
import { stopAt, type Timeline } from '../core/timeline';
import { standing, TYPED_MS } from '../core/pendingNumber';
import { dwellTime } from '../core/dwellMs';

/** Everything the stage is drawn from. */
export interface PlayerState {
  readonly timeline: Timeline;
  readonly show: Show;
  /** What the room sees: the show's position, or the frozen one. */
  readonly position: Position;
  readonly motion: boolean;
  /** The arrival whose final picture is on screen. */
  readonly painted: number;
  /** Whether this stage leads its talk; another tab may. */
  readonly leads: boolean;
}

/** Commands that need nothing but a name. */
export type Move = Exclude<Command['type'], 'goTo' | 'message' | 'type' | 'elapse' | 'roll' | 'connect'>;

export interface PlayerOptions {
  readonly timeline: Timeline;
  readonly motion: boolean;
  /** The stop to begin at. */
  readonly stop: number;
  readonly clock: Clock;
  readonly settings: Settings;
  /** When the talk began, if a reload found that out; in milliseconds since 1970. */
  readonly startedAt?: number | undefined;
  /** When the first stop began to play, if the served page began without us. @default now */
  readonly since?: number | undefined;
}

/** How long after its last word a speaker window still counts as connected, in milliseconds. */
const SPEAKER_TIMEOUT_MS = 5000;

/**
 * Owns the show: the only thing here that changes, and only through the reducer. Subscribers are told synchronously,
 * so the address and the document never lag behind a key.
 */
export class Player {
  readonly #clock: Clock;
  readonly #listeners = new Set<(state: PlayerState) => void>();
  #state: PlayerState;
  #cancelPhase: () => void = () => {};
  #cancelRoll: () => void = () => {};
  #cancelTyped: () => void = () => {};
  #cancelSpeaker: () => void = () => {};

  constructor({ timeline, motion, stop, clock, settings, startedAt, since = clock.now() }: PlayerOptions) {
    this.#clock = clock;
    const position = arrive({ timeline, motion }, stop, since);
    this.#state = { timeline, motion, position, show: opening(position, settings, startedAt), painted: -1, leads: true };
    this.#schedulePhase();
  }

  readonly getState = (): PlayerState => this.#state;
  readonly now = (): number => this.#clock.now();

  readonly subscribe = (listener: (state: PlayerState) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A press of a key or control. `at` is the event's own timestamp. */
  readonly press = (move: Move, at = this.now(), repeat = false): void => this.perform({ type: move, at, repeat });

  readonly goTo = (stop: number): void => this.perform({ type: 'goTo', stop, at: this.now() });

  /** Anything that may happen to the show. */
  readonly perform = (command: Command): void => {
    const { timeline, motion } = this.#state;
    const show = perform(this.#state.show, command, { timeline, motion, today: this.#clock.today() });
    if (show !== this.#state.show) this.#set({ ...this.#state, show });
  };

  /** Takes note that a speaker window was heard, or said that it closes. One that falls silent counts as closed. */
  readonly hearSpeaker = (connected: boolean): void => {
    this.#cancelSpeaker();
    this.#cancelSpeaker = connected ? this.#clock.after(SPEAKER_TIMEOUT_MS, () => this.hearSpeaker(false)) : () => {};
    if (connected !== this.#state.show.connected) this.perform({ type: 'connect', connected, at: this.now() });
  };

  /** Reported by the stage when what stands at `arrival` is on screen. */
  readonly paint = (arrival: number): void => {
    if (arrival !== this.#state.painted) this.#set({ ...this.#state, painted: arrival });
  };

  /** Takes note whether this stage leads its talk. */
  readonly setLeads = (leads: boolean): void => {
    if (leads !== this.#state.leads) this.#set({ ...this.#state, leads });
  };

  /** Turns motion on or off; turning it off settles the stop at once. */
  readonly setMotion = (motion: boolean): void => {
    if (motion === this.#state.motion) return;
    this.#set({ ...this.#state, motion });
    if (!motion && this.#state.show.position.phase !== 'settled') this.#settle(this.#state.show.position.stop);
  };

  /** Puts an edited story on stage and keeps the stop, found again by its scene and step. */
  readonly replace = (timeline: Timeline): void => {
    const { show, timeline: before } = this.#state;
    const stop = parseHash(timeline, formatHash(before, show.position.stop));
    this.#set({ ...this.#state, timeline, show: { ...show, frozen: undefined } });
    this.#settle(stop);
  };

  /** No timer is left behind. */
  readonly dispose = (): void => {
    this.#cancelPhase();
    this.#cancelRoll();
    this.#cancelTyped();
    this.#cancelSpeaker();
    this.#listeners.clear();
  };

  #settle(stop: number): void {
    const { position } = this.#state.show;
    const settled: Position = { ...position, stop, phase: 'settled', since: this.now(), arrival: position.arrival + 1 };
    this.#set({ ...this.#state, show: { ...this.#state.show, position: settled } });
  }

  #set(next: PlayerState): void {
    const before = this.#state;
    this.#state = { ...next, position: seen(next.show) };
    const { position, autoplay, typed } = next.show;
    const arrived = position.arrival !== before.show.position.arrival || position.phase !== before.show.position.phase;
    if (arrived) this.#schedulePhase();
    if (arrived || autoplay !== before.show.autoplay) this.#scheduleRoll();
    if (typed !== before.show.typed) this.#scheduleTyped();
    for (const listener of this.#listeners) listener(this.#state);
  }

  /** One timer at a time, for the phase that runs. It can only end that phase: the reducer ignores it in any other. */
  #schedulePhase(): void {
    this.#cancelPhase();
    const { show, timeline } = this.#state;
    const duration = phaseDuration(show.position, timeline);
    if (duration === undefined) return;
    const { arrival, phase, since } = show.position;
    this.#cancelPhase = this.#clock.after(Math.max(0, since + duration - this.now()), () =>
      this.perform({ type: 'elapse', arrival, phase, at: this.now() }),
    );
  }

  /** Autoplay's timer, from the moment a stop stands; it belongs to that arrival and moves no other. */
  #scheduleRoll(): void {
    this.#cancelRoll();
    const { show, timeline } = this.#state;
    if (!show.autoplay || show.position.phase !== 'settled') return;
    const { arrival, stop } = show.position;
    this.#cancelRoll = this.#clock.after(dwellTime(stopAt(timeline, stop)), () => this.perform({ type: 'roll', arrival, at: this.now() }));
  }

  #scheduleTyped(): void {
    this.#cancelTyped();
    if (!this.#state.show.typed) return;
    this.#cancelTyped = this.#clock.after(TYPED_MS, () => {
      if (!standing(this.#state.show.typed, this.now())) this.perform({ type: 'type', typed: undefined, at: this.now() });
    });
  }
}

/** Whether everything at the current stop is typed, moved, loaded and on screen. */
export function isSettled({ position, painted }: PlayerState): boolean {
  return position.phase === 'settled' && painted === position.arrival;
}
