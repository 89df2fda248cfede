import { createStore, type Store } from '../core/createStore';
import { CLOSE_CODES, maxMessageLength, parseRelayMessage, RELAY_PATH, shiftWallTimes } from '../core/relayProtocol';
import type { ClientMessage, Device, DeviceView, NumberedMessage, RelayMessage } from '../core/relayProtocol';
import type { SpeakerMessage } from '../core/speakerProtocol';
import type { Channel } from './channel';
import type { KeyValueStore } from './keyValueStore';
import { RELAY_KEY } from './relayKey';
import { RelayClock } from './relayClock';

/** Milliseconds until the first attempt to reconnect. Each further one takes twice as long, up to the longest. */
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;
const TIME_INTERVAL_MS = 4000;
/** Milliseconds without a message of the relay after which the connection counts as lost: the relay answers each question for its time. */
const SILENCE_TIMEOUT_MS = 10_000;

/** Messages that are sent once more after a reconnection, as others may have missed them. A command is never sent late. */
const REPEATED_KINDS: readonly SpeakerMessage['kind'][] = ['hello', 'standby', 'show'];

export interface RelayState {
  /** `refused`: the relay does not know this device, and it does not try again. */
  readonly status: 'connecting' | 'online' | 'reconnecting' | 'refused';
  /** Why it was refused; one of {@link CLOSE_CODES}. */
  readonly refusal: number | undefined;
  /** What this window is for the relay; undefined until it has joined. */
  readonly view: DeviceView | 'presenter' | undefined;
  /** The paired devices, on the presenter's computer. */
  readonly devices: readonly Device[];
  readonly invitation: Extract<RelayMessage, { readonly type: 'invitation' }> | undefined;
}

export interface RelayLinkOptions {
  readonly channel: Channel;
  /** Pairing code or token. */
  readonly key: string;
  readonly sessionStore: KeyValueStore;
  /** @default the relay of the server of this page */
  readonly open?: () => WebSocket;
}

/** The connection of this window to the relay of its talk. It reconnects by itself, and carries the messages of the channel. ADR 057 */
export class RelayLink {
  readonly getState: Store<RelayState>['getState'];
  readonly subscribe: Store<RelayState>['subscribe'];
  readonly #store: Store<RelayState>;
  readonly #sessionStore: KeyValueStore;
  readonly #open: () => WebSocket;
  readonly #receive: (message: NumberedMessage) => void;
  readonly #clock = new RelayClock();
  readonly #unsent = new Map<SpeakerMessage['kind'], NumberedMessage>();
  readonly #controller = new AbortController();
  #key: string;
  #socket: WebSocket | undefined;
  #attempts = 0;
  #heardAt = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #timeTimer: ReturnType<typeof setInterval>;

  constructor({ channel, key, sessionStore, open = openRelaySocket }: RelayLinkOptions) {
    this.#key = key;
    this.#sessionStore = sessionStore;
    this.#open = open;
    this.#store = createStore<RelayState>({
      status: 'connecting',
      refusal: undefined,
      view: undefined,
      devices: [],
      invitation: undefined,
    });
    ({ getState: this.getState, subscribe: this.subscribe } = this.#store);
    this.#receive = channel.attach((message) => this.#forward(message));
    const { signal } = this.#controller;
    // A phone that was asleep: its timers did not run, and its connection is gone.
    const retryNow = (): void => {
      if (document.visibilityState === 'visible') this.#checkNow();
    };
    document.addEventListener('visibilitychange', retryNow, { signal });
    addEventListener('online', retryNow, { signal });
    this.#timeTimer = setInterval(() => this.#askTime(), TIME_INTERVAL_MS);
    this.#connect();
  }

  /** Asks for a pairing code; the invitation is in the state once it has come. */
  readonly invite = (view: DeviceView): void => this.#send({ type: 'invite', view });

  readonly endInvitation = (): void => {
    this.#send({ type: 'endInvitation' });
    this.#update({ invitation: undefined });
  };

  readonly removeDevice = (device: string): void => this.#send({ type: 'remove', device });

  readonly close = (): void => {
    this.#controller.abort();
    clearInterval(this.#timeTimer);
    clearTimeout(this.#retryTimer);
    this.#drop();
  };

  #connect(): void {
    clearTimeout(this.#retryTimer);
    const socket = this.#open();
    this.#socket = socket;
    this.#heardAt = performance.now();
    socket.addEventListener('open', () => this.#send({ type: 'join', key: this.#key }));
    socket.addEventListener('message', ({ data }) => {
      if (socket === this.#socket) this.#handle(parseRelayMessage(parseJson(data)));
    });
    socket.addEventListener('close', ({ code }) => {
      if (socket === this.#socket) this.#handleClose(code);
    });
  }

  /** Ignores the present connection from now on. */
  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #handleClose(code: number): void {
    this.#socket = undefined;
    const hasJoined = this.getState().view !== undefined;
    if (code >= CLOSE_CODES.unknownKey || (code === CLOSE_CODES.badMessage && !hasJoined)) {
      this.#sessionStore.write(RELAY_KEY, null);
      // Nothing is asked or tried any more.
      this.close();
      this.#update({ status: 'refused', refusal: code });
      return;
    }
    this.#update({ status: hasJoined ? 'reconnecting' : 'connecting', invitation: undefined });
    const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#attempts);
    this.#attempts += 1;
    // Not all devices at the same moment.
    this.#retryTimer = setTimeout(() => this.#connect(), delay * (0.8 + 0.4 * Math.random()));
  }

  #handle(message: RelayMessage | undefined): void {
    this.#heardAt = performance.now();
    switch (message?.type) {
      case 'joined':
        this.#key = message.token;
        this.#sessionStore.write(RELAY_KEY, message.token);
        this.#update({ view: message.view });
        if (message.view === 'presenter') this.#goOnline();
        else this.#askTime();
        return;
      case 'time':
        this.#clock.add(message, Date.now());
        if (this.getState().status !== 'online') this.#goOnline();
        return;
      case 'message':
        if (this.getState().status === 'online')
          this.#receive({ ...message, message: shiftWallTimes(message.message, -this.#clock.offset) });
        return;
      case 'devices':
        this.#update({ devices: message.devices });
        return;
      case 'invitation':
        this.#update({ invitation: message });
        return;
      case undefined:
    }
  }

  #goOnline(): void {
    this.#attempts = 0;
    this.#update({ status: 'online' });
    const unsent = [...this.#unsent.values()].toSorted((one, other) => one.count - other.count);
    this.#unsent.clear();
    for (const message of unsent) this.#forward(message);
  }

  #forward(message: NumberedMessage): void {
    if (this.getState().status !== 'online') {
      if (REPEATED_KINDS.includes(message.message.kind)) this.#unsent.set(message.message.kind, message);
      return;
    }
    const { from, count, message: content } = message;
    this.#send({ type: 'message', from, count, message: shiftWallTimes(content, this.#clock.offset) });
  }

  #askTime(): void {
    if (this.getState().status === 'refused') return;
    if (this.#socket && performance.now() - this.#heardAt > SILENCE_TIMEOUT_MS) this.#reconnect();
    // The presenter's windows have the relay's clock; the answer only shows that the connection works.
    this.#send({ type: 'time', sent: this.getState().view === 'presenter' ? 0 : Date.now() });
  }

  /** Connects without the delay, or finds out whether the connection works. */
  #checkNow(): void {
    const { status } = this.getState();
    if (status === 'refused') return;
    if (!this.#socket) this.#connect();
    else if (performance.now() - this.#heardAt > TIME_INTERVAL_MS * 1.5) this.#reconnect();
  }

  #reconnect(): void {
    this.#drop();
    this.#update({ status: this.getState().view === undefined ? 'connecting' : 'reconnecting', invitation: undefined });
    this.#connect();
  }

  #send(message: ClientMessage): void {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return;
    const text = JSON.stringify(message);
    if (text.length <= maxMessageLength(this.getState().view)) socket.send(text);
  }

  #update(change: Partial<RelayState>): void {
    this.#store.setState({ ...this.getState(), ...change });
  }
}

function openRelaySocket(): WebSocket {
  return new WebSocket(`${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}${RELAY_PATH}`);
}

function parseJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
