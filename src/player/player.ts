import type { Clock } from '../core/clock';
import { formatHash, parseHash } from '../core/location';
import { arrive, phaseDuration, reduce, type Action, type Position } from '../core/position';
import type { Timeline } from '../core/timeline';

/** Everything the stage is drawn from. */
export interface PlayerState {
  readonly timeline: Timeline;
  readonly position: Position;
  readonly motion: boolean;
  /** The arrival whose final picture is on screen. */
  readonly painted: number;
}

/** Actions by name, for keys and controls. */
export type Move = 'next' | 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene';

export interface PlayerOptions {
  readonly timeline: Timeline;
  readonly motion: boolean;
  /** The stop to begin at. */
  readonly stop: number;
  readonly clock: Clock;
  /** When the first stop began to play, if the served page began without us. @default now */
  readonly since?: number | undefined;
}

/**
 * Owns the position: the only thing here that changes, and only through the reducer. Subscribers are told synchronously,
 * so the address and the document never lag behind a key.
 */
export class Player {
  readonly #clock: Clock;
  readonly #listeners = new Set<(state: PlayerState) => void>();
  #state: PlayerState;
  #cancel: () => void = () => {};

  constructor({ timeline, motion, stop, clock, since = clock.now() }: PlayerOptions) {
    this.#clock = clock;
    this.#state = { timeline, motion, position: arrive({ timeline, motion }, stop, since), painted: -1 };
    this.#schedule();
  }

  readonly getState = (): PlayerState => this.#state;
  readonly now = (): number => this.#clock.now();

  readonly subscribe = (listener: (state: PlayerState) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A press of a key or control. `at` is the event's own timestamp. */
  readonly press = (move: Move, at = this.now(), repeat = false): void => this.#dispatch({ type: move, at, repeat });

  readonly goTo = (stop: number): void => this.#dispatch({ type: 'goTo', stop, at: this.now() });

  /** Reported by the stage when what stands at `arrival` is on screen. */
  readonly paint = (arrival: number): void => {
    if (arrival !== this.#state.painted) this.#set({ ...this.#state, painted: arrival });
  };

  /** Turns motion on or off; turning it off settles the stop at once. */
  readonly setMotion = (motion: boolean): void => {
    if (motion === this.#state.motion) return;
    this.#set({ ...this.#state, motion });
    if (!motion) this.goTo(this.#state.position.stop);
  };

  /** Puts an edited story on stage and keeps the stop, found again by its scene and step. */
  readonly replace = (timeline: Timeline): void => {
    const stop = parseHash(timeline, formatHash(this.#state.timeline, this.#state.position.stop));
    const { arrival, pressed } = this.#state.position;
    this.#set({ ...this.#state, timeline, position: { stop, phase: 'settled', since: this.now(), arrival: arrival + 1, pressed } });
  };

  /** No timer is left behind. */
  readonly dispose = (): void => {
    this.#cancel();
    this.#listeners.clear();
  };

  #dispatch(action: Action): void {
    const position = reduce(this.#state.position, action, this.#state);
    if (position !== this.#state.position) this.#set({ ...this.#state, position });
  }

  #set(state: PlayerState): void {
    const moved = state.position.arrival !== this.#state.position.arrival || state.position.phase !== this.#state.position.phase;
    this.#state = state;
    if (moved) this.#schedule();
    for (const listener of this.#listeners) listener(state);
  }

  /** One timer at a time, for the phase that runs. It can only end that phase: the reducer ignores it in any other. */
  #schedule(): void {
    this.#cancel();
    const { position, timeline } = this.#state;
    const duration = phaseDuration(position, timeline);
    if (duration === undefined) return;
    const { arrival, phase, since } = position;
    this.#cancel = this.#clock.after(Math.max(0, since + duration - this.now()), () => this.#dispatch({ type: 'elapse', arrival, phase, at: this.now() }));
  }
}

/** Whether everything at the current stop is typed, moved, loaded and on screen. */
export function isSettled({ position, painted }: PlayerState): boolean {
  return position.phase === 'settled' && painted === position.arrival;
}
