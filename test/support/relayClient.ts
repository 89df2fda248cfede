import { WebSocket, type ClientOptions } from 'ws';
import { RELAY_PATH, type RelayMessage } from '../../src/core/relayProtocol';
import { Relay, type RelayOptions } from '../../src/relay/relay';
import type { Site } from '../../src/relay/site';
import { LOOPBACK, startTalkServer } from '../../src/relay/talkServer';

type Wanted<T extends RelayMessage['type']> = Extract<RelayMessage, { readonly type: T }>;

/** A window of another device, without a browser. */
export class RelayClient {
  readonly socket: WebSocket;
  readonly received: RelayMessage[] = [];
  readonly opened: Promise<boolean>;
  /** Resolves to the code with which the connection was closed. */
  readonly closed: Promise<number>;
  #count = 0;
  #onMessage: () => void = () => {};

  constructor(port: number, options: ClientOptions = {}) {
    const host = `${LOOPBACK}:${port}`;
    const target = options.host ? `${options.host}:${port}` : host;
    this.socket = new WebSocket(`ws://${target}${RELAY_PATH}`, { origin: `http://${host}`, ...options });
    this.socket.on('message', (data) => {
      this.received.push(JSON.parse(String(data)) as RelayMessage);
      this.#onMessage();
    });
    this.opened = new Promise((resolve) => {
      this.socket.once('open', () => resolve(true));
      this.socket.once('error', () => resolve(false));
    });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.on('error', () => {});
  }

  sendText(text: string): void {
    this.socket.send(text);
  }

  send(message: unknown): void {
    this.sendText(JSON.stringify(message));
  }

  /** Sends a message of the protocol between the windows. */
  say(message: unknown, from = this.windowId): void {
    this.#count += 1;
    this.send({ type: 'message', from, count: this.#count, message });
  }

  readonly windowId = Math.random().toString(36).slice(2);

  /** Joins with a code or token. Resolves to the answer, or to the code with which the relay refused it. */
  async join(key: string): Promise<Wanted<'joined'> | number> {
    await this.opened;
    this.send({ type: 'join', key });
    return Promise.race([this.next('joined'), this.closed]);
  }

  /** Resolves to the next message of a type, taking it. */
  async next<T extends RelayMessage['type']>(type: T): Promise<Wanted<T>> {
    for (;;) {
      const index = this.received.findIndex((each) => each.type === type);
      const [found] = index === -1 ? [] : this.received.splice(index, 1);
      if (found) return found as Wanted<T>;
      await new Promise<void>((resolve) => (this.#onMessage = resolve));
    }
  }

  /** The wishes received so far. */
  wishes(): readonly unknown[] {
    return this.received.flatMap((each) => (each.type === 'message' && each.message.kind === 'wish' ? [each.message.wish] : []));
  }

  /** Resolves once the relay has handled everything sent before. */
  async settle(): Promise<void> {
    this.send({ type: 'time', sent: 1 });
    await Promise.race([this.next('time'), this.closed]);
  }
}

export interface TestTalk {
  readonly port: number;
  readonly relay: Relay;
  /** Opens a window with the presenter's token. */
  openStage(): Promise<RelayClient>;
  /** Pairs a device. */
  pair(view: Parameters<Relay['invite']>[0]): Promise<RelayClient>;
  /** Returns a new pairing code. */
  code(view: Parameters<Relay['invite']>[0]): string;
  close(): Promise<void>;
}

/** How long a connection may be silent in the tests. */
export const TIMEOUT_MS = 1000;

/** Serves `site` and a relay on a free port of this computer. */
export async function startTestTalk(site: Site = new Map(), options: Partial<RelayOptions> = {}): Promise<TestTalk> {
  const relay = new Relay({ linkFor: (_, code) => code, joinTimeoutMs: TIMEOUT_MS, ...options });
  const { port, close } = await startTalkServer({ site, relay, addresses: [LOOPBACK], port: 0, requestTimeoutMs: TIMEOUT_MS });
  const join = async (key: string): Promise<RelayClient> => {
    const client = new RelayClient(port);
    const answer = await client.join(key);
    if (typeof answer === 'number') throw new Error(`The relay refused with ${answer}.`);
    return client;
  };
  const code: TestTalk['code'] = (view) => relay.invite(view, {});
  return {
    port,
    relay,
    code,
    openStage: () => join(relay.presenterToken),
    pair: (view) => join(code(view)),
    close: () => {
      relay.close();
      return close();
    },
  };
}
