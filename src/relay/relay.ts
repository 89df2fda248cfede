import type { WebSocket } from 'ws';
import { CLOSE_CODES, maxMessageLength, parseClientMessage } from '../core/relayProtocol';
import type { ClientMessage, DeviceView, RelayMessage } from '../core/relayProtocol';
import type { SpeakerMessage } from '../core/speakerProtocol';
import { Credentials, type Credential } from './credentials';
import { deviceName } from './deviceName';
import { CODE_LIFETIME_MS, Invitations } from './invitations';
import { parseText } from './parseText';
import { qrRows } from './qrCode';
import { allowedMessage, isFor, stageIdOf } from './permissions';

/** Milliseconds until a connection has to say who it is, and between two checks whether it is alive. */
const JOIN_TIMEOUT_MS = 5000;
const PING_INTERVAL_MS = 5000;
/** Connections at a time that have not joined, and windows of one device. */
const MAX_UNJOINED = 32;
const MAX_WINDOWS = 8;
/** Bytes that may wait to be sent to a window. One that does not read is disconnected. */
const MAX_BUFFERED = 1_048_576;
/** Milliseconds that a press may have taken on its way. An older or future time counts as the nearest allowed one. */
const MAX_DELAY_MS = 5000;

export interface RelayOptions {
  /** Returns the address that a device with this view opens, with the code in its fragment. */
  readonly linkFor: (view: DeviceView, code: string) => string;
  /** Called when a device has been paired with a code that `owner` asked for. */
  readonly onPaired?: (name: string, owner: object) => void;
  /** Returns milliseconds since 1970. @default Date.now */
  readonly wallTime?: () => number;
  /** @default 5000 */
  readonly joinTimeoutMs?: number;
}

interface Connection {
  readonly socket: WebSocket;
  readonly isLoopback: boolean;
  readonly userAgent: string;
  isAlive: boolean;
  credential: Credential | undefined;
  /** The id of its window, once it has sent a message. */
  from: string | undefined;
}

/** Forwards the messages of the windows of one talk, and pairs devices. It sends no command of its own. ADR 057 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #wallTime: () => number;
  readonly #credentials: Credentials;
  readonly #invitations = new Invitations();
  readonly #connections = new Set<Connection>();
  readonly #pingTimer: ReturnType<typeof setInterval>;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#wallTime = options.wallTime ?? Date.now;
    this.#credentials = new Credentials(this.#wallTime());
    this.#pingTimer = setInterval(() => this.#checkConnections(), PING_INTERVAL_MS);
  }

  /** The token of the windows on the presenter's computer. */
  get presenterToken(): string {
    return this.#credentials.presenter.token;
  }

  /** Creates a pairing code that ends with {@link endInvitation} of the same owner. Returns its link. */
  invite(view: DeviceView, owner: object): string {
    return this.#options.linkFor(view, this.#invitations.create(view, owner, this.#wallTime()).code);
  }

  endInvitation(owner: object): void {
    this.#invitations.cancel(owner);
  }

  /** Serves a new connection. `isLoopback`: it comes from this computer. */
  accept(socket: WebSocket, isLoopback: boolean, userAgent = ''): void {
    const connection: Connection = { socket, isLoopback, userAgent, isAlive: true, credential: undefined, from: undefined };
    const unjoined = [...this.#connections].filter(({ credential }) => !credential);
    if (unjoined.length >= MAX_UNJOINED) unjoined[0]?.socket.terminate();
    this.#connections.add(connection);
    const joinTimer = setTimeout(() => connection.credential ?? socket.terminate(), this.#options.joinTimeoutMs ?? JOIN_TIMEOUT_MS);
    socket.on('pong', () => (connection.isAlive = true));
    // The socket closes after an error.
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(joinTimer);
      this.#connections.delete(connection);
      this.#invitations.cancel(connection);
      if (connection.credential) this.#sendDevices();
    });
    socket.on('message', (data, isBinary) => {
      if (this.#connections.has(connection) && socket.readyState === socket.OPEN) this.#receive(connection, isBinary ? '' : String(data));
    });
  }

  close(): void {
    clearInterval(this.#pingTimer);
    for (const { socket } of this.#connections) socket.close(1001);
  }

  #receive(connection: Connection, text: string): void {
    const { credential, socket } = connection;
    if (credential && credential.view !== 'presenter' && !credential.limit.take(performance.now()))
      return socket.close(CLOSE_CODES.tooManyMessages);
    const message = parseClientMessage(parseText(text));
    const isAccepted =
      message !== undefined &&
      text.length <= maxMessageLength(credential?.view) &&
      (credential ? this.#execute(connection, credential, message) : this.#join(connection, message));
    if (!isAccepted && socket.readyState === socket.OPEN) socket.close(CLOSE_CODES.badMessage);
    return undefined;
  }

  /** Returns false if the first message of a connection is another one. */
  #join(connection: Connection, message: ClientMessage): boolean {
    if (message.type !== 'join') return false;
    const { socket, isLoopback, userAgent } = connection;
    const now = this.#wallTime();
    let credential = this.#credentials.find(message.key);
    if (credential?.view === 'presenter' && !isLoopback) credential = undefined;
    if (!credential) {
      const invitation = this.#invitations.redeem(message.key, now);
      if (typeof invitation === 'string') {
        socket.close(CLOSE_CODES[invitation]);
        return true;
      }
      credential = this.#credentials.add(invitation.view, deviceName(invitation.view, userAgent), now);
      if (!credential) {
        socket.close(CLOSE_CODES.tooManyDevices);
        return true;
      }
      this.#options.onPaired?.(credential.name, invitation.owner);
      // A window that shows a code shows the next one at once.
      for (const each of this.#connections) if (each === invitation.owner) this.#sendInvitation(each, invitation.view);
    }
    connection.credential = credential;
    const windows = this.#connectionsOf(credential);
    if (windows.length > MAX_WINDOWS) windows[0]?.socket.terminate();
    this.#send(connection, { type: 'joined', token: credential.token, view: credential.view });
    this.#sendDevices();
    return true;
  }

  /** Returns false if the window may not send the message. */
  #execute(connection: Connection, credential: Credential, message: ClientMessage): boolean {
    if (message.type === 'time') {
      this.#send(connection, { type: 'time', sent: message.sent, time: this.#wallTime() });
      return true;
    }
    if (message.type === 'message') return this.#forward(connection, credential, message);
    if (credential.view !== 'presenter' || message.type === 'join') return false;
    if (message.type !== 'remove') this.#invitations.cancel(connection);
    if (message.type === 'invite') this.#sendInvitation(connection, message.view);
    if (message.type === 'remove') this.#remove(message.device);
    return true;
  }

  #sendInvitation(connection: Connection, view: DeviceView): void {
    const url = this.invite(view, connection);
    this.#send(connection, { type: 'invitation', view, url, seconds: CODE_LIFETIME_MS / 1000, qr: qrRows(url) });
  }

  #forward(connection: Connection, credential: Credential, { from, count, message: sent }: ClientMessage & { type: 'message' }): boolean {
    const message = allowedMessage(credential.view, sent);
    const isOwn = (id: string): boolean => this.#credentials.claimId(id, credential);
    connection.from ??= from;
    if (!message || connection.from !== from || !isOwn(from)) return false;
    const stageId = stageIdOf(message);
    if (stageId !== undefined && (stageId.length > 64 || !isOwn(stageId))) return false;
    const forwarded: RelayMessage = { type: 'message', from, count, message: this.#withAllowedTime(message) };
    for (const each of this.#connections)
      if (each !== connection && each.credential && isFor(each.credential.view, message)) this.#send(each, forwarded);
    return true;
  }

  #withAllowedTime(message: SpeakerMessage): SpeakerMessage {
    if (message.kind !== 'wish') return message;
    const now = this.#wallTime();
    return { ...message, wish: { ...message.wish, at: Math.min(now, Math.max(now - MAX_DELAY_MS, message.wish.at)) } };
  }

  #remove(id: string): void {
    const removed = [...this.#connections].filter(({ credential }) => credential?.view !== 'presenter' && credential?.id === id);
    this.#credentials.remove(id);
    for (const connection of removed) {
      // Nothing that it has sent already counts any more.
      this.#connections.delete(connection);
      connection.socket.close(CLOSE_CODES.removed);
    }
    this.#sendDevices();
  }

  #sendDevices(): void {
    const devices = this.#credentials.devices((each) => this.#connectionsOf(each).length > 0);
    for (const connection of this.#connectionsOf(this.#credentials.presenter)) this.#send(connection, { type: 'devices', devices });
  }

  #connectionsOf(wanted: Credential): Connection[] {
    return [...this.#connections].filter(({ credential }) => credential === wanted);
  }

  #send({ socket }: Connection, message: RelayMessage): void {
    if (socket.bufferedAmount > MAX_BUFFERED) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  }

  #checkConnections(): void {
    for (const connection of this.#connections) {
      if (!connection.isAlive) connection.socket.terminate();
      connection.isAlive = false;
      if (connection.socket.readyState === connection.socket.OPEN) connection.socket.ping();
    }
  }
}
