import type { Sender, TracedMessage } from './tracedMessage';

const CLIENT = /^(?:client|agent|host|inspector)$/u;
const SERVER = /^(?:server|tool)$/u;

/** `request` and `response` are none: a server has requests of its own. */
const SENT = /^(?:c2s|out|outgoing|outbound|sen[dt]|sends|sending|write|tx|stdin|[-=]+>|→|>>?)$/u;
const RECEIVED = /^(?:s2c|in|incoming|inbound|recv|rcvd|receive|receives|receiving|received|read|rx|stdout|<[-=]+|←|<<?)$/u;

/** Those that tell a direction wherever they stand in a sentence, but not as a part of a name such as “outbound-mail”. */
const WORDS_OF_DIRECTION =
  /(?<![\w-])(?:(sen[dt]|sends|sending|outgoing|outbound)|recv|rcvd|receives?|receiving|received|incoming|inbound)(?![\w-])/gu;

const [ARROW, ARROW_BACK] = ['(?:[-=]+>+|→|>>)', '(?:<+[-=]+|←|<<)'];
const OF_CLIENT = String.raw`(?<![\w-])(?:client|agent|host|c)(?![\w-])`;
const OF_SERVER = String.raw`(?<![\w-])(?:server|s)(?![\w-])`;
const saysFrom = (from: string, to: string): RegExp =>
  new RegExp(
    String.raw`\b(?:from|by)\s+(?:the\s+)?(?:mcp\s+)?${from}|${from}\s*(?:${ARROW}|\bto\b)|` +
      String.raw`(?:${ARROW}|\bto\s+(?:the\s+)?(?:mcp\s+)?)\s*${to}|` +
      `${to}\\s*${ARROW_BACK}|${ARROW_BACK}\\s*${from}`,
    'u',
  );
const SAYS_FROM_CLIENT = saysFrom(OF_CLIENT, OF_SERVER);
const SAYS_FROM_SERVER = saysFrom(OF_SERVER, OF_CLIENT);

/** Longest sentence of a log in front of a message. */
const MAX_WORDS = 300;

/** Returns who sent the message by the fields of its envelope. */
export function senderOf(object: Readonly<Record<string, unknown>>): Sender {
  for (const name of ['from', 'sender', 'source', 'origin', 'direction', 'dir', 'type', 'kind', 'stream', 'event']) {
    const sender = senderIn(textOf(object[name]));
    if (sender !== undefined) return sender;
  }
  const receiver = senderIn(textOf(object['to'] ?? object['receiver'] ?? object['target']));
  if (receiver !== undefined) return receiver === 'client' ? 'server' : 'client';
  const said = textOf(object['msg'] ?? object['message']);
  return /^\s*[[{]/u.test(said) ? undefined : senderInWords(said);
}

function senderIn(text: string): Sender {
  const lower = text.trim().toLowerCase();
  if (CLIENT.test(lower) || SENT.test(lower)) return 'client';
  if (SERVER.test(lower) || RECEIVED.test(lower)) return 'server';
  const [, first] = /^(client|agent|host|server)\W*(?:to\W*|-?>|→|2)/u.exec(lower.replaceAll('_', ' ')) ?? [];
  if (first !== undefined) return first === 'server' ? 'server' : 'client';
  return undefined;
}

/** Returns who sent a message by the words of a log in front of it. What names an end is stronger than a word of direction. */
export function senderInWords(words: string): Sender {
  const lower = words.slice(-MAX_WORDS).toLowerCase();
  const [fromClient, fromServer] = [SAYS_FROM_CLIENT.test(lower), SAYS_FROM_SERVER.test(lower)];
  if (fromClient !== fromServer) return fromClient ? 'client' : 'server';
  const last = /([^\s[\]():]+)[\s\]):]*$/u.exec(lower)?.[1] ?? '';
  if (SENT.test(last)) return 'client';
  if (RECEIVED.test(last)) return 'server';
  const word = [...lower.matchAll(WORDS_OF_DIRECTION)].at(-1);
  return word && (word[1] === undefined ? 'server' : 'client');
}

/** Logs of several servers name each in brackets: `[filesystem] [info]`. */
export function serverInWords(words: string): string {
  return /\[([a-z][\w .-]{0,40})\]\s*\[(?:info|debug|trace|error|warn)\]/iu.exec(words)?.[1] ?? '';
}

/** Methods that only clients call. */
const OF_CLIENTS = /^(?:initialize$|tools\/|resources\/|prompts\/|completion\/|logging\/|notifications\/initialized$)/u;

/** Corrects senders by what the messages are. */
export function settleSenders(messages: readonly TracedMessage[]): readonly TracedMessage[] {
  return turnDirections(dropUselessSenders(messages));
}

/** A server whose messages all seem to come from one end, answers to its own requests too, has a name that reads like a direction. */
function dropUselessSenders(messages: readonly TracedMessage[]): readonly TracedMessage[] {
  const [senders, asked, answered] = [new Map<string, Set<Sender>>(), new Set<string>(), new Set<string>()];
  for (const { message, sender, server } of messages) {
    senders.set(server, (senders.get(server) ?? new Set()).add(sender));
    const key = JSON.stringify([server, message['id']]);
    if (message['method'] !== undefined) asked.add(key);
    else if (message['id'] !== undefined && asked.has(key)) answered.add(server);
  }
  const isUseless = (server: string): boolean => answered.has(server) && senders.get(server)!.size === 1;
  return messages.map((each) => (isUseless(each.server) ? { ...each, sender: undefined } : each));
}

/** What is “in” for a server or a proxy is “out” for a client: the methods tell which of them has recorded. */
function turnDirections(messages: readonly TracedMessage[]): readonly TracedMessage[] {
  const called = messages.filter(({ message, sender }) => sender !== undefined && OF_CLIENTS.test(textOf(message['method'])));
  if (called.filter(({ sender }) => sender === 'server').length * 2 <= called.length) return messages;
  const other = { client: 'server', server: 'client' } as const;
  return messages.map((each) => ({ ...each, sender: each.sender && other[each.sender] }));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
