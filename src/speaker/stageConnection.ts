import type { Clock } from '../core/clock';
import type { SharedAction, SharedShow, Wish } from '../core/speakerProtocol';
import { outranks, type Claim } from '../core/leaderElection';
import type { Channel } from '../player/channel';

/** How the stage is heard: not yet, well, or not any more. */
export type Line = 'searching' | 'online' | 'silent';

export interface LinkState {
  readonly line: Line;
  /** What the stage said last; undefined before its first word. */
  readonly show: SharedShow | undefined;
  /** What the stage plans with; null for none, undefined before it has said so. */
  readonly rehearsal?: unknown;
  /** The claim of the stage that leads, or did last; undefined before one was heard. */
  readonly stage?: Claim | undefined;
}

/** How often the speaker asks, how long it waits for an answer, and how long after the stage said it goes, in milliseconds. */
export const HELLO_MS = 2000;
export const ANSWER_MS = 3000;
export const GONE_MS = 1000;

/**
 * The speaker window's end of the line. It adopts whatever the stage says and asks as long as it is open, so that it
 * may come late, be reloaded, or outlive a stage; only a wish of the speaker's ever moves anything.
 */
export class SpeakerLink {
  readonly #channel: Channel;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #state: LinkState = { line: 'searching', show: undefined };
  #stopHearing: () => void = () => {};
  #cancelHello: () => void = () => {};
  #cancelWait: (() => void) | undefined;

  constructor(channel: Channel, clock: Clock) {
    this.#channel = channel;
    this.#clock = clock;
  }

  readonly getState = (): LinkState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to ask for the stage. Returns the way to stop, which leaves no timer and closes the channel. */
  readonly open = (): (() => void) => {
    this.#stopHearing = this.#channel.listen((message) => {
      if (message.kind === 'show') this.#hear(message.show, message.stage);
      if (message.kind === 'rehearsal' && this.#isLeaders(message.stage)) this.#set({ ...this.#state, rehearsal: message.rehearsal });
      if (message.kind === 'bye' && this.#isLeaders(message.stage)) this.#leave();
    });
    this.#greet();
    const leave = (): void => this.#channel.send({ kind: 'leave' });
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
      this.#stopHearing();
      this.#cancelHello();
      this.#cancelWait?.();
      this.#channel.close();
    };
  };

  /** Asks the stage for `type`; `at` is the event's own timestamp. Whether it was sent: nothing is left waiting for a stage that is gone. */
  readonly wish = (type: SharedAction, at: number, repeat = false): boolean => this.#send({ type, at: this.#epoch(at), repeat });

  readonly goTo = (stop: number, at: number): boolean => this.#send({ type: 'goTo', stop, at: this.#epoch(at) });

  #send(wish: Wish): boolean {
    if (this.#state.line === 'silent') return false;
    const { stage } = this.#state;
    this.#channel.send({ kind: 'wish', wish, ...(stage && { to: stage.id }) });
    return true;
  }

  /** Whether a message of the stage `id` comes from the one that leads. A stage of an older version has no id. */
  #isLeaders(id: string | undefined): boolean {
    const { stage } = this.#state;
    return id === undefined || stage === undefined || id === stage.id;
  }

  /** When an event happened, by the time of day: the one clock all windows share, also after the computer slept. */
  #epoch(at: number): number {
    return this.#clock.today() - (this.#clock.now() - at);
  }

  #greet(): void {
    this.#cancelHello = this.#clock.after(HELLO_MS, () => this.#greet());
    this.#cancelWait ??= this.#clock.after(ANSWER_MS, this.#giveUp);
    this.#channel.send({ kind: 'hello' });
  }

  /** Follows the stage that leads; any, once that one is silent. */
  #hear(show: SharedShow, claim: Claim | undefined): void {
    const { line, stage } = this.#state;
    if (line === 'online' && claim && stage && claim.id !== stage.id && !outranks(claim, stage)) return;
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    this.#set({ ...this.#state, line: 'online', show, stage: claim });
  }

  /** The stage said it goes; if it is only reloading, it will be back before anybody needs to know. */
  #leave(): void {
    this.#cancelWait?.();
    this.#cancelWait = this.#clock.after(GONE_MS, this.#giveUp);
  }

  readonly #giveUp = (): void => {
    this.#cancelWait = undefined;
    this.#set({ ...this.#state, line: 'silent' });
  };

  #set(state: LinkState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
