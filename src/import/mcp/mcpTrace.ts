import { asRecord } from '../../core/asRecord';
import { pluralize } from '../../core/pluralize';
import { boundJson } from '../wire/boundJson';
import { jsonRpcAnswer, jsonRpcOperation } from '../wire/labels';
import type { Trace, TraceMessage, TraceParty } from '../wire/trace';
import { matchMessages, NO_ANSWER, NO_REQUEST, type Matched } from './matchMessages';
import { elapsed } from './moments';
import type { TracedMessage } from './tracedMessage';
import type { TraceLines } from './traceLines';

/** More messages than a talk can show. */
const MAX_MESSAGES = 800;

const CLIENT = 'client';
const serverKey = (name: string): string => `server:${name}`;

/**
 * Turns a trace of MCP into messages in the order of the trace. Requests are matched to responses by id and direction; what has no
 * counterpart is a message of its own, with a note. @throws with a sentence if there is nothing, or too much
 */
export function traceOfMcp({ messages, skipped }: TraceLines, name: string): Trace {
  if (messages.length === 0)
    throw new Error(`${name} has no messages of MCP: none of its lines holds JSON with “jsonrpc” or a method such as tools/call.`);
  if (messages.length > MAX_MESSAGES)
    throw new Error(
      `${name} has ${messages.length} messages, and a talk shows some dozens (at most ${MAX_MESSAGES}). Cut the lines that tell the story.`,
    );
  const matched = matchMessages(messages);
  const moments = elapsed(messages.map(({ at }) => at));
  const result = matched.map(({ traced, sender, exchange, kind, remark }, index): TraceMessage => {
    const [client, server] = [CLIENT, serverKey(traced.server)];
    return {
      kind,
      at: moments[index]!,
      from: sender === 'client' ? client : server,
      to: sender === 'client' ? server : client,
      exchange,
      label: labelOf(traced.message),
      body: { json: boundJson(traced.message) },
      ...(remark !== undefined && { note: remark }),
    };
  });
  return { parties: partiesOf(messages), messages: result, leftOut: [], remarks: remarksOn(matched, skipped) };
}

function labelOf(message: Readonly<Record<string, unknown>>): readonly string[] {
  const operation = jsonRpcOperation(message);
  return operation === undefined ? jsonRpcAnswer(message) : [operation];
}

/** Names of the parties, from what they say of themselves in `initialize`. */
function partiesOf(messages: readonly TracedMessage[]): readonly TraceParty[] {
  const servers = [...new Set(messages.map(({ server }) => server))];
  const client = messages.map(({ message }) => nameIn(asRecord(message['params'])['clientInfo'])).find((name) => name !== undefined);
  return [
    { key: CLIENT, name: client ?? 'Client', detail: 'MCP client', isClient: true },
    ...servers.map((server): TraceParty => {
      const own = messages.filter((each) => each.server === server);
      const said = own.map(({ message }) => nameIn(asRecord(message['result'])['serverInfo'])).find((name) => name !== undefined);
      const name = said ?? (server === '' ? 'Server' : server);
      return { key: serverKey(server), name: name === client ? `${name} (server)` : name, detail: 'MCP server', isClient: false };
    }),
  ];
}

function nameIn(info: unknown): string | undefined {
  const { title, name } = asRecord(info);
  return [title, name].find((each): each is string => typeof each === 'string' && each.trim() !== '')?.slice(0, 40);
}

function remarksOn(matched: readonly Matched[], skipped: number): readonly string[] {
  const count = (remark: string): number => matched.filter((each) => each.remark === remark).length;
  const [unanswered, unasked] = [count(NO_ANSWER), count(NO_REQUEST)];
  const unknown = matched.filter(({ traced }) => traced.sender === undefined).length;
  return [
    ...(unanswered === 0 ? [] : [`${pluralize(unanswered, 'request')} without an answer in the trace: shown without one.`]),
    ...(unasked === 0 ? [] : [`${pluralize(unasked, 'answer')} to no request before: shown by itself.`]),
    ...(unknown === 0 ? [] : [`The trace does not say who sent ${pluralize(unknown, 'message')}: told by method and id.`]),
    ...(skipped === 0 ? [] : [`${pluralize(skipped, 'line')} without a message of MCP, left out.`]),
  ];
}
