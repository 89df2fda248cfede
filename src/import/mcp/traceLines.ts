import { asRecord } from '../../core/asRecord';

/** Who sent a message, as far as the trace says. */
export type Sender = 'client' | 'server' | undefined;

/** A JSON-RPC message of a trace. */
export interface TracedMessage {
  readonly message: Readonly<Record<string, unknown>>;
  readonly sender: Sender;
  /** Milliseconds since 1970; undefined if the trace does not say. */
  readonly at: number | undefined;
  /** Name of the server, in traces of several; empty otherwise. */
  readonly server: string;
}

/** The messages of a trace in their order, and how many lines had none. */
export interface TraceLines {
  readonly messages: readonly TracedMessage[];
  readonly skipped: number;
}

/** Envelopes inside of envelopes that are opened. */
const MAX_ENVELOPES = 4;

/**
 * Reads a trace of MCP messages: JSON on each line, alone or in an envelope with the moment and the direction, or after the words of a log;
 * or one JSON list of all. Lines without a message are counted.
 */
export function readTraceLines(text: string): TraceLines {
  const { messages, skipped } = readMessages(text);
  return { messages: turnDirections(messages), skipped };
}

function readMessages(text: string): TraceLines {
  const plain = text.replace(/^\uFEFF/u, '');
  const whole = /^\s*[[{]/u.test(plain) ? tryJson(plain) : undefined;
  if (whole !== undefined) {
    const list = Array.isArray(whole) ? whole : (listIn(asRecord(whole)) ?? [whole]);
    const found = list.map((each) => messagesIn(each, {}));
    return { messages: found.flat(), skipped: found.filter((each) => each.length === 0).length };
  }
  const lines = plain.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
  const found = lines.map(readLine);
  return { messages: found.flat(), skipped: found.filter((each) => each.length === 0).length };
}

/** Methods that only clients call. */
const OF_CLIENTS = /^(?:initialize$|tools\/|resources\/|prompts\/|completion\/|logging\/|notifications\/initialized$)/u;

/** What is “in” for a server or a proxy is “out” for a client: the methods tell which of them has recorded. */
function turnDirections(messages: readonly TracedMessage[]): readonly TracedMessage[] {
  const called = messages.filter(({ message, sender }) => sender !== undefined && OF_CLIENTS.test(textOf(message['method'])));
  if (called.filter(({ sender }) => sender === 'server').length * 2 <= called.length) return messages;
  const other = { client: 'server', server: 'client' } as const;
  return messages.map((each) => ({ ...each, sender: each.sender && other[each.sender] }));
}

/** Some recorders write one object with a list of all messages. */
function listIn(object: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if (isMessage(object)) return undefined;
  return Object.values(object).find(
    (each): each is unknown[] => Array.isArray(each) && each.some((item) => messagesIn(item, {}).length > 0),
  );
}

function readLine(line: string): readonly TracedMessage[] {
  const start = line.search(/[[{]\s*["{[]/u);
  if (start < 0) return [];
  const words = line.slice(0, start);
  // Logs write more behind the message.
  for (let end = line.length, tries = 0; end > start && tries < 8; end = line.lastIndexOf('{', end - 1), tries += 1) {
    const value = tryJson(line.slice(start, end).trim());
    if (value !== undefined)
      return messagesIn(value, { sender: senderInWords(words), at: momentInWords(words), server: serverInWords(words) });
  }
  return [];
}

interface Surroundings {
  readonly sender?: Sender;
  readonly at?: number | undefined;
  readonly server?: string;
}

/** Returns the messages in a value: itself, those of a batch, or what an envelope holds. */
function messagesIn(value: unknown, around: Surroundings, depth = 0): readonly TracedMessage[] {
  if (Array.isArray(value)) return value.flatMap((each) => messagesIn(each, around, depth + 1));
  if (typeof value !== 'object' || value === null || depth > MAX_ENVELOPES) return [];
  const object = asRecord(value);
  if (isMessage(object)) return [{ message: object, sender: around.sender, at: around.at, server: around.server ?? '' }];
  const inner: Surroundings = {
    sender: senderOf(object) ?? around.sender,
    at: momentOf(object) ?? around.at,
    server: textOf(object['server'] ?? object['serverName'] ?? object['server_name']) || (around.server ?? ''),
  };
  const found = Object.values(object)
    .map((content) => messagesIn(typeof content === 'string' ? parseObject(content) : content, inner, depth + 1))
    .filter((list) => list.length > 0);
  // Some recorders write a request and its response on one line, and some a message twice, as text and as JSON.
  const lists = [...new Map(found.map((list) => [JSON.stringify(list.map(({ message }) => message)), list])).values()];
  return lists.toSorted(([one], [other]) => Number('method' in other!.message) - Number('method' in one!.message)).flat();
}

function parseObject(text: string): unknown {
  return /^\s*[[{]/u.test(text) ? tryJson(text) : undefined;
}

/** A message of JSON-RPC 2.0; some recorders leave the version out. */
function isMessage(object: Readonly<Record<string, unknown>>): boolean {
  const hasId = typeof object['id'] === 'string' || typeof object['id'] === 'number';
  const isCall = typeof object['method'] === 'string';
  const isAnswer = object['result'] !== undefined || (typeof object['error'] === 'object' && object['error'] !== null);
  if (object['jsonrpc'] === '2.0') return isCall || isAnswer;
  // Without the version, an envelope may have a method or an id of its own.
  return (
    object['jsonrpc'] === undefined &&
    ((isCall && /^(?:initialize|ping|[a-z]+\/[\w/]+)$/u.test(textOf(object['method']))) || (hasId && isAnswer && !isCall))
  );
}

const FROM_CLIENT = /^(?:client|agent|host|inspector|c2s|out|outgoing|outbound|send|sent|write|tx|request|stdin|->|→|>>?)$/u;
const FROM_SERVER = /^(?:server|tool|s2c|in|incoming|inbound|recv|receive|received|read|rx|response|stdout|<-|←|<<?)$/u;

/** Returns who sent the message by the fields of its envelope. */
function senderOf(object: Readonly<Record<string, unknown>>): Sender {
  for (const name of ['from', 'sender', 'source', 'origin', 'direction', 'dir', 'type', 'kind', 'stream', 'event']) {
    const sender = senderIn(textOf(object[name]));
    if (sender !== undefined) return sender;
  }
  const receiver = senderIn(textOf(object['to'] ?? object['receiver'] ?? object['target']));
  return receiver === undefined ? undefined : receiver === 'client' ? 'server' : 'client';
}

function senderIn(text: string): Sender {
  const lower = text.trim().toLowerCase();
  if (FROM_CLIENT.test(lower)) return 'client';
  if (FROM_SERVER.test(lower)) return 'server';
  const [, first] = /^(client|agent|host|server)\W*(?:to\W*|-?>|→|2)/u.exec(lower.replaceAll('_', ' ')) ?? [];
  if (first !== undefined) return first === 'server' ? 'server' : 'client';
  return undefined;
}

function senderInWords(words: string): Sender {
  const lower = words.toLowerCase();
  if (/from client|client\s*(?:->|→|to)\s*server|(?:^|\s)(?:-->|->|→|>>)\s*$|\bsen[dt]\w*\b/u.test(lower)) return 'client';
  return /from server|server\s*(?:->|→|to)\s*client|(?:^|\s)(?:<--|<-|←|<<)\s*$|\breceiv\w*\b/u.test(lower) ? 'server' : undefined;
}

function momentInWords(words: string): number | undefined {
  const moment = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/u.exec(words)?.[0];
  return moment === undefined ? undefined : validMoment(Date.parse(moment.replace(',', '.')));
}

/** Logs of several servers name each in brackets: `[filesystem] [info]`. */
function serverInWords(words: string): string {
  return /\[([a-z][\w .-]{0,40})\]\s*\[(?:info|debug|trace|error|warn)\]/iu.exec(words)?.[1] ?? '';
}

function momentOf(object: Readonly<Record<string, unknown>>): number | undefined {
  const value = ['timestamp', 'time', 'ts', 'at', 'date', 'datetime', 'startedAt']
    .map((name) => object[name])
    .find((each) => each !== undefined);
  if (typeof value === 'string') return validMoment(/^\d+(?:\.\d+)?$/u.test(value) ? milliseconds(Number(value)) : Date.parse(value));
  return typeof value === 'number' ? validMoment(milliseconds(value)) : undefined;
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, or milliseconds since the start of the trace. */
function milliseconds(value: number): number {
  if (value > 1e17) return value / 1e6;
  if (value > 1e14) return value / 1e3;
  return value > 1e9 && value < 1e11 ? value * 1000 : value;
}

function validMoment(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
