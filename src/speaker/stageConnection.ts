import type { Clock } from '../core/clock';
import { outranks, type LeaderClaim } from '../core/leaderElection';
import type { RemoteAction, RemoteCommand, SharedShowState } from '../core/speakerProtocol';
import type { Channel } from '../player/channel';

/** `searching` until the first answer, `online` while the stage answers, `silent` after a timeout. */
export type ConnectionStatus = 'searching' | 'online' | 'silent';

/** The state of the stage as the speaker window received it. */
export interface StageState {
  readonly connectionStatus: ConnectionStatus;
  readonly show: SharedShowState;
  /** The rehearsal the stage plans with, not validated; null for none. */
  readonly rehearsal: unknown;
  /** The claim of the stage that leads, or led last. */
  readonly leader: LeaderClaim | undefined;
}

export const HELLO_INTERVAL_MS = 2000;
export const ANSWER_TIMEOUT_MS = 3000;
/** How long a stage may take to answer after it said that it closes. It may only be reloading. */
export const RELOAD_TIMEOUT_MS = 1000;

/**
 * The speaker window's side of the protocol. It asks for the stage every 2 s, so it may open before the stage, reload, or
 * outlive it. Only commands of the speaker change the stage.
 */
export class StageConnection {
  readonly #channel: Channel;
  readonly #clock: Clock;
  #status: ConnectionStatus = 'searching';
  #leader: LeaderClaim | undefined;
  #onChange: (change: Partial<StageState>) => void = () => {};
  #cancelHello: () => void = () => {};
  #cancelTimeout: (() => void) | undefined;

  constructor(channel: Channel, clock: Clock) {
    this.#channel = channel;
    this.#clock = clock;
  }

  /** Starts to ask for the stage and reports its messages. Returns a cleanup function, which closes the channel. */
  readonly connect = (onChange: (change: Partial<StageState>) => void): (() => void) => {
    this.#onChange = onChange;
    const stopListening = this.#channel.listen((message) => {
      if (message.kind === 'show') this.#handleShow(message.show, message.stage);
      if (message.kind === 'rehearsal' && this.#isFromLeader(message.stage)) onChange({ rehearsal: message.rehearsal });
      if (message.kind === 'bye' && this.#isFromLeader(message.stage)) this.#startTimeout(RELOAD_TIMEOUT_MS);
    });
    this.#sendHello();
    const leave = (): void => this.#channel.send({ kind: 'leave' });
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
      stopListening();
      this.#cancelHello();
      this.#cancelTimeout?.();
      this.#channel.close();
    };
  };

  /** Sends an action to the stage; `at` is the event's timestamp. Returns false, and sends nothing, while the stage is silent. */
  readonly sendAction = (type: RemoteAction, at: number, repeat = false): boolean =>
    this.#sendCommand({ type, at: this.#toEpochMs(at), repeat });

  /** `key` is that of the stop. */
  readonly goTo = (stop: number, key: string, at: number): boolean =>
    this.#sendCommand({ type: 'goTo', stop, key, at: this.#toEpochMs(at) });

  readonly drop = (type: 'drop' | 'restore', stops: readonly string[], at: number): boolean =>
    this.#sendCommand({ type, stops, at: this.#toEpochMs(at) });

  #sendCommand(command: RemoteCommand): boolean {
    if (this.#status === 'silent') return false;
    this.#channel.send({ kind: 'wish', wish: command, ...(this.#leader && { to: this.#leader.id }) });
    return true;
  }

  /** Whether the stage `id` leads. Older versions of the stage send no id. */
  #isFromLeader(id: string | undefined): boolean {
    return id === undefined || this.#leader === undefined || id === this.#leader.id;
  }

  /** Converts an event's timestamp to wall time, the only clock that all windows share, also after the computer slept. */
  #toEpochMs(at: number): number {
    return this.#clock.wallTime() - (this.#clock.now() - at);
  }

  #sendHello(): void {
    this.#cancelHello = this.#clock.setTimer(HELLO_INTERVAL_MS, () => this.#sendHello());
    if (!this.#cancelTimeout) this.#startTimeout(ANSWER_TIMEOUT_MS);
    this.#channel.send({ kind: 'hello' });
  }

  /** Follows the leading stage, or any other once the leading stage is silent. */
  #handleShow(show: SharedShowState, claim: LeaderClaim | undefined): void {
    const leader = this.#leader;
    if (this.#status === 'online' && claim && leader && claim.id !== leader.id && !outranks(claim, leader)) return;
    this.#cancelTimeout?.();
    this.#cancelTimeout = undefined;
    this.#status = 'online';
    this.#leader = claim;
    this.#onChange({ connectionStatus: 'online', show, leader: claim });
  }

  /** Reports the stage as silent after `ms` without a message. */
  #startTimeout(ms: number): void {
    this.#cancelTimeout?.();
    this.#cancelTimeout = this.#clock.setTimer(ms, () => {
      this.#cancelTimeout = undefined;
      this.#status = 'silent';
      this.#onChange({ connectionStatus: 'silent' });
    });
  }
}
