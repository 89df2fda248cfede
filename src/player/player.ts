import type { Clock } from '../core/clock';
import { formatHash, parseHash } from '../core/stopHash';
import { initialPosition, phaseDuration, type Position } from '../core/position';
import type { Settings } from '../core/settings';
import { initialShow, reduceShow, audiencePosition, type Command, type ShowState } from '../core/show';
import { stopAt, type Timeline } from '../core/timeline';
import { unexpiredNumber, PENDING_NUMBER_TIMEOUT_MS } from '../core/pendingNumber';
import { dwellMs } from '../core/dwellMs';

/** Everything the stage is drawn from. */
export interface PlayerState {
  readonly timeline: Timeline;
  readonly show: ShowState;
  /** What the room sees: the show's position, or the frozen one. */
  readonly position: Position;
  readonly motion: boolean;
  /** The arrival whose final picture is on screen. */
  readonly paintedArrival: number;
  /** Whether this stage leads its talk; another tab may. */
  readonly isLeader: boolean;
}

/** Commands that need nothing but a name. */
export type SimpleCommand = Exclude<Command['type'], 'goTo' | 'message' | 'type' | 'elapse' | 'roll' | 'connect'>;

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
  readonly #initialState: PlayerState;
  #state: PlayerState;
  #cancelPhase: () => void = () => {};
  #cancelAutoplay: () => void = () => {};
  #cancelPendingNumberTimeout: () => void = () => {};
  #cancelSpeakerTimeout: () => void = () => {};

  constructor({ timeline, motion, stop, clock, settings, startedAt, since = clock.now() }: PlayerOptions) {
    this.#clock = clock;
    const position = initialPosition({ timeline, motion }, stop, since);
    this.#state = { timeline, motion, position, show: initialShow(position, settings, startedAt), paintedArrival: -1, isLeader: true };
    this.#initialState = this.#state;
    this.#schedulePhase();
  }

  readonly getState = (): PlayerState => this.#state;
  /** What React hydrates with: the served page shows the state before any key. */
  readonly getInitialState = (): PlayerState => this.#initialState;
  readonly now = (): number => this.#clock.now();

  readonly subscribe = (listener: (state: PlayerState) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A press of a key or control. `at` is the event's own timestamp. */
  readonly press = (move: SimpleCommand, at = this.now(), repeat = false): void => this.dispatch({ type: move, at, repeat });

  readonly goTo = (stop: number): void => this.dispatch({ type: 'goTo', stop, at: this.now() });

  /** Anything that may happen to the show. */
  readonly dispatch = (command: Command): void => {
    const { timeline, motion } = this.#state;
    const show = reduceShow(this.#state.show, command, { timeline, motion, wallTime: this.#clock.wallTime() });
    if (show !== this.#state.show) this.#set({ ...this.#state, show });
  };

  /** Takes note that a speaker window was heard, or said that it closes. One that falls silent counts as closed. */
  readonly setSpeakerConnected = (connected: boolean): void => {
    this.#cancelSpeakerTimeout();
    this.#cancelSpeakerTimeout = connected ? this.#clock.setTimer(SPEAKER_TIMEOUT_MS, () => this.setSpeakerConnected(false)) : () => {};
    if (connected !== this.#state.show.connected) this.dispatch({ type: 'connect', connected, at: this.now() });
  };

  /** Reported by the stage when what stands at `arrival` is on screen. */
  readonly markPainted = (arrival: number): void => {
    if (arrival !== this.#state.paintedArrival) this.#set({ ...this.#state, paintedArrival: arrival });
  };

  /** Takes note whether this stage leads its talk. */
  readonly setLeader = (leads: boolean): void => {
    if (leads !== this.#state.isLeader) this.#set({ ...this.#state, isLeader: leads });
  };

  /** Turns motion on or off; turning it off settles the stop at once. */
  readonly setMotion = (motion: boolean): void => {
    if (motion === this.#state.motion) return;
    this.#set({ ...this.#state, motion });
    if (!motion && this.#state.show.position.phase !== 'settled') this.#settle(this.#state.show.position.stop);
  };

  /** Puts an edited story on stage and keeps the stop, found again by its scene and step. */
  readonly replaceTimeline = (timeline: Timeline): void => {
    const { show, timeline: before } = this.#state;
    const stop = parseHash(timeline, formatHash(before, show.position.stop));
    this.#set({ ...this.#state, timeline, show: { ...show, frozen: undefined } });
    this.#settle(stop);
  };

  /** No timer is left behind. */
  readonly dispose = (): void => {
    this.#cancelPhase();
    this.#cancelAutoplay();
    this.#cancelPendingNumberTimeout();
    this.#cancelSpeakerTimeout();
    this.#listeners.clear();
  };

  #settle(stop: number): void {
    const { position } = this.#state.show;
    const settled: Position = { ...position, stop, phase: 'settled', since: this.now(), arrival: position.arrival + 1 };
    this.#set({ ...this.#state, show: { ...this.#state.show, position: settled } });
  }

  #set(next: PlayerState): void {
    const before = this.#state;
    this.#state = { ...next, position: audiencePosition(next.show) };
    const { position, autoplay, pendingNumber } = next.show;
    const arrived = position.arrival !== before.show.position.arrival || position.phase !== before.show.position.phase;
    if (arrived) this.#schedulePhase();
    if (arrived || autoplay !== before.show.autoplay) this.#scheduleAutoplay();
    if (pendingNumber !== before.show.pendingNumber) this.#schedulePendingNumberTimeout();
    for (const listener of this.#listeners) listener(this.#state);
  }

  /** One timer at a time, for the phase that runs. It can only end that phase: the reducer ignores it in any other. */
  #schedulePhase(): void {
    this.#cancelPhase();
    const { show, timeline } = this.#state;
    const duration = phaseDuration(show.position, timeline);
    if (duration === undefined) return;
    const { arrival, phase, since } = show.position;
    this.#cancelPhase = this.#clock.setTimer(Math.max(0, since + duration - this.now()), () =>
      this.dispatch({ type: 'elapse', arrival, phase, at: this.now() }),
    );
  }

  /** Autoplay's timer, from the moment a stop stands; it belongs to that arrival and moves no other. */
  #scheduleAutoplay(): void {
    this.#cancelAutoplay();
    const { show, timeline } = this.#state;
    if (!show.autoplay || show.position.phase !== 'settled') return;
    const { arrival, stop } = show.position;
    this.#cancelAutoplay = this.#clock.setTimer(dwellMs(stopAt(timeline, stop)), () =>
      this.dispatch({ type: 'roll', arrival, at: this.now() }),
    );
  }

  #schedulePendingNumberTimeout(): void {
    this.#cancelPendingNumberTimeout();
    if (!this.#state.show.pendingNumber) return;
    this.#cancelPendingNumberTimeout = this.#clock.setTimer(PENDING_NUMBER_TIMEOUT_MS, () => {
      if (!unexpiredNumber(this.#state.show.pendingNumber, this.now()))
        this.dispatch({ type: 'type', pendingNumber: undefined, at: this.now() });
    });
  }
}

/** Whether everything at the current stop is typed, moved, loaded and on screen. */
export function isSettled({ position, paintedArrival }: PlayerState): boolean {
  return position.phase === 'settled' && paintedArrival === position.arrival;
}
