import type { Clock } from '../core/clock';
import type { RemoteAction, SharedShowState, RemoteCommand } from '../core/speakerProtocol';
import { outranks, type LeaderClaim } from '../core/leaderElection';
import type { Channel } from '../player/channel';

/** How the stage is heard: not yet, well, or not any more. */
export type ConnectionStatus = 'searching' | 'online' | 'silent';

export interface StageConnectionState {
  readonly connectionStatus: ConnectionStatus;
  /** What the stage said last; undefined before its first word. */
  readonly show: SharedShowState | undefined;
  /** What the stage plans with; null for none, undefined before it has said so. */
  readonly rehearsal?: unknown;
  /** The claim of the stage that leads, or did last; undefined before one was heard. */
  readonly leader?: LeaderClaim | undefined;
}

/** How often the speaker asks, how long it waits for an answer, and how long after the stage said it goes, in milliseconds. */
export const HELLO_INTERVAL_MS = 2000;
export const ANSWER_TIMEOUT_MS = 3000;
export const RELOAD_TIMEOUT_MS = 1000;

/**
 * The speaker window's end of the line. It adopts whatever the stage says and asks as long as it is open, so that it
 * may come late, be reloaded, or outlive a stage; only a wish of the speaker's ever moves anything.
 */
export class StageConnection {
  readonly #channel: Channel;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #state: StageConnectionState = { connectionStatus: 'searching', show: undefined };
  #stopListening: () => void = () => {};
  #cancelHello: () => void = () => {};
  #cancelTimeout: (() => void) | undefined;

  constructor(channel: Channel, clock: Clock) {
    this.#channel = channel;
    this.#clock = clock;
  }

  readonly getState = (): StageConnectionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to ask for the stage. Returns the way to stop, which leaves no timer and closes the channel. */
  readonly connect = (): (() => void) => {
    this.#stopListening = this.#channel.listen((message) => {
      if (message.kind === 'show') this.#handleShow(message.show, message.stage);
      if (message.kind === 'rehearsal' && this.#isFromLeader(message.stage))
        this.#setState({ ...this.#state, rehearsal: message.rehearsal });
      if (message.kind === 'bye' && this.#isFromLeader(message.stage)) this.#handleBye();
    });
    this.#sendHello();
    const leave = (): void => this.#channel.send({ kind: 'leave' });
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
      this.#stopListening();
      this.#cancelHello();
      this.#cancelTimeout?.();
      this.#channel.close();
    };
  };

  /** Asks the stage for `type`; `at` is the event's own timestamp. Whether it was sent: nothing is left waiting for a stage that is gone. */
  readonly sendAction = (type: RemoteAction, at: number, repeat = false): boolean =>
    this.#sendCommand({ type, at: this.#toEpochMs(at), repeat });

  readonly goTo = (stop: number, at: number): boolean => this.#sendCommand({ type: 'goTo', stop, at: this.#toEpochMs(at) });

  #sendCommand(wish: RemoteCommand): boolean {
    if (this.#state.connectionStatus === 'silent') return false;
    const { leader } = this.#state;
    this.#channel.send({ kind: 'wish', wish, ...(leader && { to: leader.id }) });
    return true;
  }

  /** Whether a message of the stage `id` comes from the one that leads. A stage of an older version has no id. */
  #isFromLeader(id: string | undefined): boolean {
    const { leader } = this.#state;
    return id === undefined || leader === undefined || id === leader.id;
  }

  /** When an event happened, by the time of day: the one clock all windows share, also after the computer slept. */
  #toEpochMs(at: number): number {
    return this.#clock.wallTime() - (this.#clock.now() - at);
  }

  #sendHello(): void {
    this.#cancelHello = this.#clock.setTimer(HELLO_INTERVAL_MS, () => this.#sendHello());
    this.#cancelTimeout ??= this.#clock.setTimer(ANSWER_TIMEOUT_MS, this.#markSilent);
    this.#channel.send({ kind: 'hello' });
  }

  /** Follows the stage that leads; any, once that one is silent. */
  #handleShow(show: SharedShowState, claim: LeaderClaim | undefined): void {
    const { connectionStatus, leader } = this.#state;
    if (connectionStatus === 'online' && claim && leader && claim.id !== leader.id && !outranks(claim, leader)) return;
    this.#cancelTimeout?.();
    this.#cancelTimeout = undefined;
    this.#setState({ ...this.#state, connectionStatus: 'online', show, leader: claim });
  }

  /** The stage said it goes; if it is only reloading, it will be back before anybody needs to know. */
  #handleBye(): void {
    this.#cancelTimeout?.();
    this.#cancelTimeout = this.#clock.setTimer(RELOAD_TIMEOUT_MS, this.#markSilent);
  }

  readonly #markSilent = (): void => {
    this.#cancelTimeout = undefined;
    this.#setState({ ...this.#state, connectionStatus: 'silent' });
  };

  #setState(state: StageConnectionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
