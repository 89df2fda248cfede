import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type ServerOptions } from 'ws';
import { maxMessageLength, RELAY_PATH } from '../core/relayProtocol';
import { urlHost } from './network';
import type { Relay } from './relay';
import { findFile, type Site } from './site';

export const LOOPBACK = '127.0.0.1';

/** Milliseconds that a request may take. Slower ones are disconnected, so that they hold no connection. */
const REQUEST_TIMEOUT_MS = 5000;
const MAX_CONNECTIONS = 256;

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** The types of the package lack `closeTimeout`: milliseconds until a closed connection is cut although the other side does not answer. */
const SOCKET_OPTIONS: ServerOptions & { readonly closeTimeout: number } = {
  noServer: true,
  maxPayload: maxMessageLength('presenter'),
  perMessageDeflate: false,
  closeTimeout: 1000,
};

export interface TalkServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface TalkServerOptions {
  readonly site: Site;
  /** Undefined: the page alone is served. */
  readonly relay: Relay | undefined;
  /** The addresses to listen on, all with one port. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** @default 5000 */
  readonly requestTimeoutMs?: number;
}

/** Serves a build, and the relay. @throws the error of `listen()` */
export async function startTalkServer({
  site,
  relay,
  addresses,
  port,
  requestTimeoutMs: timeout = REQUEST_TIMEOUT_MS,
}: TalkServerOptions): Promise<TalkServer> {
  const sockets = new WebSocketServer(SOCKET_OPTIONS);
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    for (const client of sockets.clients) client.terminate();
    await Promise.all(
      servers.map(
        (server) =>
          new Promise((resolve) => {
            server.close(resolve);
            server.closeAllConnections();
          }),
      ),
    );
  };
  let actualPort = port;
  try {
    for (const address of addresses) {
      const hosts = (): readonly string[] => servedHosts(address, actualPort);
      const server = createServer(
        { requestTimeout: timeout, headersTimeout: timeout, connectionsCheckingInterval: timeout / 5 },
        (request, response) => respond(site, hosts(), request, response),
      );
      server.maxConnections = MAX_CONNECTIONS;
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        socket.on('error', () => {});
        if (!relay || request.url !== RELAY_PATH || !isSameOrigin(request, hosts())) refuse(socket);
        else
          sockets.handleUpgrade(request, socket, head, (client) =>
            relay.accept(client, address === LOOPBACK, request.headers['user-agent']),
          );
      });
      servers.push(server);
      actualPort = await listen(server, address, actualPort);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { port: actualPort, close };
}

/** Resolves to the port. */
function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      // An error of a single connection must not end the talk.
      server.on('error', () => {});
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

/** The only values of the header Host that are answered: a name of another site that points here (DNS rebinding) is none of them. */
function servedHosts(address: string, port: number): readonly string[] {
  const names = address === LOOPBACK ? [LOOPBACK, 'localhost'] : [address];
  return names.map((name) => urlHost(name, port));
}

/** Whether the request comes from a page of this server. Browsers always send an Origin with a WebSocket. */
function isSameOrigin({ headers }: IncomingMessage, hosts: readonly string[]): boolean {
  return headers.host !== undefined && hosts.includes(headers.host) && headers.origin === `http://${headers.host}`;
}

function respond(site: Site, hosts: readonly string[], { headers, method, url = '' }: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const end = (status: number, text: string): void =>
    void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(text);
  if (headers.host === undefined || !hosts.includes(headers.host)) return end(421, 'This address is not served here.');
  if (method !== 'GET' && method !== 'HEAD') return end(405, 'Only GET and HEAD are answered.');
  const file = findFile(site, url);
  if (!file) return end(404, 'The talk has no such file.');
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.body.length, 'cache-control': file.cacheControl });
  response.end(method === 'HEAD' ? undefined : file.body);
  return undefined;
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
