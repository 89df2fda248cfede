import { asRecord } from '../../core/asRecord';
import { senderInWords, senderOf, serverInWords, settleSenders } from './directions';
import { jsonInLines, tryJson } from './jsonInLines';
import { momentInWords, momentOf } from './moments';
import type { Sender, TracedMessage } from './tracedMessage';

/** The messages of a trace in their order, and how many lines had none. */
export interface TraceLines {
  readonly messages: readonly TracedMessage[];
  readonly skipped: number;
}

/** Envelopes inside of envelopes that are opened. */
const MAX_ENVELOPES = 4;

/**
 * Reads a trace of MCP messages: JSON on each line or over several, alone or in an envelope with the moment and the direction, or after the
 * words of a log; or one JSON list of all. Lines without a message are counted.
 */
export function readTraceLines(text: string): TraceLines {
  const { messages, skipped } = readMessages(text);
  return { messages: settleSenders(messages), skipped };
}

function readMessages(text: string): TraceLines {
  const plain = text.replace(/^\uFEFF/u, '');
  const whole = /^\s*[[{]/u.test(plain) ? tryJson(plain) : undefined;
  if (whole !== undefined) {
    const list = Array.isArray(whole) ? whole : (listIn(asRecord(whole)) ?? [whole]);
    const found = list.map((each) => messagesIn(each, {}));
    return { messages: found.flat(), skipped: found.filter((each) => each.length === 0).length };
  }
  const found = jsonInLines(plain).map((values) =>
    values.flatMap(({ words, value }) =>
      messagesIn(value, { sender: senderInWords(words), at: momentInWords(words), server: serverInWords(words) }),
    ),
  );
  return { messages: found.flat(), skipped: found.filter((each) => each.length === 0).length };
}

/** Some recorders write one object with a list of all messages. */
function listIn(object: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if (isMessage(object)) return undefined;
  return Object.values(object).find(
    (each): each is unknown[] => Array.isArray(each) && each.some((item) => messagesIn(item, {}).length > 0),
  );
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
  const pair = bareExchange(object, inner, depth);
  if (pair) return pair;
  const found = Object.values(object)
    .map((content) => messagesIn(typeof content === 'string' ? parseObject(content) : content, inner, depth + 1))
    .filter((list) => list.length > 0);
  // Some recorders write a request and its response on one line, and some a message twice, as text and as JSON.
  const lists = [...new Map(found.map((list) => [JSON.stringify(list.map(({ message }) => message)), list])).values()];
  return lists.toSorted(([one], [other]) => Number('method' in other!.message) - Number('method' in one!.message)).flat();
}

/** Returns a request and its plain result, which some recorders keep beside each other without version and id. */
function bareExchange(
  object: Readonly<Record<string, unknown>>,
  around: Surroundings,
  depth: number,
): readonly TracedMessage[] | undefined {
  const part = (name: RegExp): Readonly<Record<string, unknown>> => {
    const value = Object.entries(object).find(([key]) => name.test(key))?.[1];
    return asRecord(typeof value === 'string' ? parseObject(value) : value);
  };
  const [request, response] = [part(/request$/iu), part(/(?:response|result)$/iu)];
  if (typeof request['method'] !== 'string' || !isMessage(request) || Object.keys(response).length === 0) return undefined;
  if (messagesIn(response, {}, depth + 1).length > 0) return undefined;
  const { at, server = '' } = around;
  const answer = response['error'] === undefined ? { result: response } : response;
  return [
    { message: request, sender: undefined, at, server },
    { message: answer, sender: undefined, at, server, answersPrevious: true },
  ];
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

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
