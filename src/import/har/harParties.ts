import { headerOf } from '../wire/headers';
import { partyName } from '../wire/partyNames';
import type { TraceParty } from '../wire/trace';
import type { HarEntry } from './harFile';

/** Recorders that see the requests of any program, not only those of a browser. */
const PROXIES = /charles|mitm|fiddler|proxyman|proxy|postman|insomnia|bruno|burp|zap|wireshark|httptoolkit|http toolkit/iu;

/** Products in a `User-Agent` that name a library, not a program. */
const USER_AGENT_PRODUCT = /^([A-Za-z][\w.-]{0,30})(?:\/|\s|$)/u;

interface Parties {
  /** Returns the key of who sends the request of an entry. */
  clientOf(entry: HarEntry): string;
  /** Notes that a request was sent: parties stand in the order in which they first take part. */
  speak(client: string, url: URL): void;
  all(): readonly TraceParty[];
}

/** Collects the parties of a HAR: its clients by their `User-Agent`, then its hosts. */
export function createParties(creator: string): Parties {
  const usual = PROXIES.test(creator) ? 'client' : 'browser';
  const clients = new Map<string, TraceParty>();
  const hosts = new Map<string, TraceParty>();
  const names: string[] = [];
  return {
    clientOf({ requestHeaders }) {
      const agent = headerOf(requestHeaders, 'user-agent') ?? '';
      const product = USER_AGENT_PRODUCT.exec(agent)?.[1];
      if (product === undefined) return usual;
      return product === 'Mozilla' || product === 'Opera' ? 'browser' : `client:${product.toLowerCase()}`;
    },
    speak(client, url) {
      if (!clients.has(client)) clients.set(client, clientParty(client));
      const key = addressParty(url);
      if (hosts.has(key)) return;
      const name = partyName(url.host, names);
      names.push(name);
      hosts.set(key, { key, name, detail: url.host, isClient: false });
    },
    all: () => [...clients.values(), ...hosts.values()],
  };
}

/** Returns the key of the party at an address: its host. */
export function addressParty(url: URL): string {
  return url.host;
}

function clientParty(key: string): TraceParty {
  const product = key.startsWith('client:') ? key.slice('client:'.length) : undefined;
  if (product !== undefined) return { key, name: product, detail: 'a program', isClient: true };
  return key === 'browser'
    ? { key, name: 'Browser', detail: 'on this computer', isClient: true }
    : { key, name: 'Client', detail: 'on this computer', isClient: true };
}
