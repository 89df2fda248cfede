import type { Clock } from '../core/clock';
import { createStore, type Store } from '../core/createStore';
import { rebaseShow } from '../core/dropStops';
import { initialPosition, phaseDuration, settled, type Position } from '../core/position';
import type { Settings } from '../core/settings';
import { initialShow, reduceShow, audiencePosition, type Command, type ShowState, type TalkState } from '../core/show';
import type { Story } from '../core/story';
import { stopAt, type Timeline } from '../core/timeline';
import { FREEZE_SIGN_MS } from '../core/freezeSign';
import { unexpiredNumber, PENDING_NUMBER_TIMEOUT_MS } from '../core/pendingNumber';
import { dwellMs } from '../core/dwellMs';
import type { TalkTimer } from '../core/talkTimer';
import { loadChunk } from '../loading/loadChunk';
import type { Typing } from './typing';

export interface PlayerState {
  readonly timeline: Timeline;
  readonly show: ShowState;
  /** The position the audience sees: the frozen one while the stage is frozen, otherwise `show.position`. */
  readonly position: Position;
  readonly motion: boolean;
  /** The arrival whose final state has been painted. */
  readonly paintedArrival: number;
  /** Whether this stage leads its talk (ADR 026). */
  readonly isLeader: boolean;
  /** Whether this stage stands by: it follows the leading one, or has lost it. ADR 057 */
  readonly standby?: 'following' | 'lost' | undefined;
}

/** Commands without arguments. */
export type SimpleCommand = Exclude<
  Command['type'],
  | 'goTo'
  | 'message'
  | 'pendingNumber'
  | 'elapse'
  | 'autoAdvance'
  | 'endFreezeSign'
  | 'reset'
  | 'connect'
  | 'drop'
  | 'restore'
  | 'leaveDetour'
>;

export interface PlayerOptions {
  /** Without the stops that `talk` has dropped. */
  readonly timeline: Timeline;
  /** Returns a story's timeline without the stops of these keys. @default `timeline`, from which none can be dropped */
  readonly createTimeline?: (story: Story, dropped: readonly string[]) => Timeline;
  readonly motion: boolean;
  /** The stop to begin at. */
  readonly stop: number;
  readonly clock: Clock;
  readonly settings: Settings;
  /** @default not started */
  readonly timer?: TalkTimer | undefined;
  /** The talk before a reload. @default a new one */
  readonly talk?: Partial<TalkState> | undefined;
  /** Whether captions are shown, which autoplay leaves time to read. @default false */
  readonly showsCaptions?: boolean | undefined;
  /** When the first stop began to play in the prerendered page, on the player's clock. @default now */
  readonly since?: number | undefined;
}

/** Milliseconds without a message after which a speaker window counts as closed. */
const SPEAKER_TIMEOUT_MS = 5000;

type TimerName = 'phase' | 'autoplay' | 'pendingNumber' | 'freezeSign' | 'speaker';

/** Owns the show state. Calls subscribers synchronously, so that address and document change within the key event. */
export class Player {
  readonly #clock: Clock;
  /** Whether captions are shown, which autoplay leaves time to read. */
  showsCaptions: boolean;
  readonly #store: Store<PlayerState>;
  readonly #createTimeline: PlayerOptions['createTimeline'];
  #reduce = reduceShow;
  readonly #timers = new Map<TimerName, () => void>();
  /** Typing by hand; undefined until it is loaded. */
  typing: Typing | undefined;
  readonly getState: () => PlayerState;
  /** Returns the state React hydrates with: that of the prerendered page. */
  readonly getInitialState: () => PlayerState;
  readonly subscribe: Store<PlayerState>['subscribe'];

  constructor({
    timeline,
    createTimeline,
    motion,
    stop,
    clock,
    settings,
    timer,
    talk,
    showsCaptions = false,
    since = clock.now(),
  }: PlayerOptions) {
    this.#clock = clock;
    this.showsCaptions = showsCaptions;
    this.#createTimeline = createTimeline;
    const arrived = initialPosition({ timeline, motion }, stop, since);
    const position = arrived.stop < timeline.wayLength ? arrived : { ...arrived, detours: talk?.detours };
    const show = initialShow(position, settings, timer, talk);
    const state: PlayerState = { timeline, motion, position, show, paintedArrival: -1, isLeader: true };
    this.#store = createStore(state);
    this.getState = this.#store.getState;
    this.subscribe = this.#store.subscribe;
    this.getInitialState = () => state;
    this.#schedulePhase(state);
  }

  readonly now = (): number => this.#clock.now();

  /** Loads the code for typing by hand, which the page does without until it is used. */
  readonly loadTyping = async (): Promise<void> => {
    const { createTyping } = await loadChunk('Typing by hand', () => import('./typing'));
    this.typing ??= createTyping();
  };

  /** Handles a press of a key or control. `at` is the event's timestamp. */
  readonly press = (type: SimpleCommand, at = this.now(), repeat = false): void =>
    // TypeScript compares a union with at most 25 members of another one.
    this.dispatch({ type, at, repeat } as Command);

  readonly goTo = (stop: number): void => this.dispatch({ type: 'goTo', stop, at: this.now() });

  readonly dispatch = (command: Command): void => {
    if (command.type === 'typing' && !this.typing) {
      // Fails without network in the first seconds only; the next press tries again.
      this.loadTyping().then(
        () => this.dispatch(command),
        () => {},
      );
      return;
    }
    const { timeline, motion, show: before } = this.getState();
    const show = this.#reduce(before, command, { timeline, motion, wallTime: this.#clock.wallTime(), typing: this.typing });
    if (show !== before) this.replaceShow(show);
  };

  /** Shows `show`, whose stops are those of the present timeline. */
  readonly replaceShow = (show: ShowState): void => {
    const { timeline, show: before } = this.getState();
    const next = show.dropped === before.dropped ? timeline : (this.#createTimeline?.(timeline.story, show.dropped) ?? timeline);
    this.#update(next === timeline ? { show } : { show: rebaseShow(show, timeline, next), timeline: next });
  };

  /** Call with true for each message of a speaker window, and with false when it closes. After 5 s of silence it counts as closed. */
  readonly setSpeakerConnected = (connected: boolean): void => {
    this.#restartTimer('speaker', connected ? SPEAKER_TIMEOUT_MS : undefined, () => this.setSpeakerConnected(false));
    if (connected !== this.getState().show.connected) this.dispatch({ type: 'connect', connected, at: this.now() });
  };

  /** Called by the stage when everything of `arrival` has been painted. */
  readonly markPainted = (paintedArrival: number): void => {
    if (paintedArrival !== this.getState().paintedArrival) this.#update({ paintedArrival });
  };

  readonly setLeader = (isLeader: boolean): void => {
    if (isLeader !== this.getState().isLeader) this.#update({ isLeader });
  };

  readonly setStandby = (standby: PlayerState['standby']): void => {
    if (standby !== this.getState().standby) this.#update({ standby });
  };

  /** Sets what decides how commands change the show. A stage that stands by ignores most of them. */
  readonly setReducer = (reduce: typeof reduceShow): void => {
    this.#reduce = reduce;
  };

  /** Turns motion on or off; turning it off settles the stop at once. */
  readonly setMotion = (motion: boolean): void => {
    if (motion === this.getState().motion) return;
    this.#update({ motion });
    const { phase, stop } = this.getState().show.position;
    if (!motion && phase !== 'settled') this.#settle(stop);
  };

  /** Replaces the story by its edited version and stays at the same step of the same scene. */
  readonly replaceTimeline = (timeline: Timeline): void => {
    const { show, timeline: before } = this.getState();
    const rebased = rebaseShow({ ...show, frozen: undefined }, before, timeline);
    this.#update({ timeline, show: rebased });
    this.#settle(rebased.position.stop);
  };

  /** Cancels all timers. */
  readonly dispose = (): void => {
    for (const cancel of this.#timers.values()) cancel();
  };

  #settle(stop: number): void {
    const { show } = this.getState();
    const { position } = show;
    this.#update({ show: { ...show, position: { ...settled(position), stop, since: this.now(), arrival: position.arrival + 1 } } });
  }

  #update(change: Partial<PlayerState>): void {
    const before = this.getState().show;
    const state = { ...this.getState(), ...change };
    const { position, autoplay, pendingNumber, freezeSign } = state.show;
    const hasArrived = position.arrival !== before.position.arrival || position.phase !== before.position.phase;
    if (hasArrived || position.heldAt !== before.position.heldAt) this.#schedulePhase(state);
    if (hasArrived || autoplay !== before.autoplay) this.#scheduleAutoplay(state);
    if (pendingNumber !== before.pendingNumber) this.#schedulePendingNumberTimeout(state);
    if (freezeSign !== before.freezeSign)
      this.#restartTimer('freezeSign', freezeSign && FREEZE_SIGN_MS, () => this.dispatch({ type: 'endFreezeSign', at: this.now() }));
    this.#store.setState({ ...state, position: audiencePosition(state.show) });
  }

  /** Replaces the timer of this name; undefined for `ms` only cancels it. */
  #restartTimer(name: TimerName, ms: number | undefined, run: () => void): void {
    this.#timers.get(name)?.();
    this.#timers.set(name, ms === undefined ? () => {} : this.#clock.setTimer(ms, run));
  }

  /** Ends the current phase when its time is over. The reducer ignores the command in any other phase. */
  #schedulePhase({ show: { position }, timeline }: PlayerState): void {
    const { arrival, phase, since } = position;
    const duration = phaseDuration(position, timeline);
    const ms = duration === undefined ? undefined : Math.max(0, since + duration - this.now());
    this.#restartTimer('phase', ms, () => this.dispatch({ type: 'elapse', arrival, phase, at: this.now() }));
  }

  /** Moves on from a settled stop after its reading time. The reducer ignores the command at any other arrival. */
  #scheduleAutoplay({ show: { autoplay, position }, timeline }: PlayerState): void {
    const { arrival, phase, stop } = position;
    const ms = autoplay && phase === 'settled' ? dwellMs(stopAt(timeline, stop), this.showsCaptions) : undefined;
    this.#restartTimer('autoplay', ms, () => this.dispatch({ type: 'autoAdvance', arrival, at: this.now() }));
  }

  #schedulePendingNumberTimeout({ show: { pendingNumber } }: PlayerState): void {
    this.#restartTimer('pendingNumber', pendingNumber && PENDING_NUMBER_TIMEOUT_MS, () => {
      if (!unexpiredNumber(this.getState().show.pendingNumber, this.now()))
        this.dispatch({ type: 'pendingNumber', pendingNumber: undefined, at: this.now() });
    });
  }
}

/** Whether the stop has finished playing and has been painted. */
export function isSettled({ position, paintedArrival }: PlayerState): boolean {
  return position.phase === 'settled' && paintedArrival === position.arrival;
}
