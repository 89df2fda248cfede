import { asRecord } from '../../core/asRecord';
import { pluralize } from '../../core/pluralize';
import { boundJson } from '../wire/boundJson';
import { jsonRpcAnswer, jsonRpcOperation } from '../wire/labels';
import type { Trace, TraceMessage, TraceParty } from '../wire/trace';
import type { Sender, TracedMessage, TraceLines } from './traceLines';

/** More messages than a talk can show. */
const MAX_MESSAGES = 800;

/** Methods that only servers call (MCP 2025-06-18); others are called by clients. `ping` and cancellations come from both. */
const OF_SERVERS =
  /^(?:roots\/list|sampling\/|elicitation\/|notifications\/(?:message|progress|resources\/|tools\/|prompts\/|elicitation\/|tasks\/))/u;

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
  const moments = momentsOf(messages);
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

interface Matched {
  readonly traced: TracedMessage;
  readonly sender: 'client' | 'server';
  readonly kind: TraceMessage['kind'];
  /** -1 for a message without counterpart. */
  readonly exchange: number;
  readonly remark?: string;
}

const NO_ANSWER = 'The trace has no answer to it.';
const NO_REQUEST = 'It answers no request of the trace.';

/** Requests that wait for a response: of one id, the first is answered first. */
function matchMessages(messages: readonly TracedMessage[]): readonly Matched[] {
  const open = new Map<string, number[]>();
  const result: Matched[] = [];
  messages.forEach((traced, index) => {
    const { message, server } = traced;
    const idKey = (sender: string): string => JSON.stringify([sender, server, message['id']]);
    const isRequest = typeof message['method'] === 'string';
    const hasId = typeof message['id'] === 'string' || typeof message['id'] === 'number';
    if (isRequest) {
      const sender = traced.sender ?? senderOfMethod(String(message['method']));
      if (!hasId) {
        result.push({ traced, sender, kind: 'local', exchange: -1 });
        return;
      }
      open.set(idKey(sender), [...(open.get(idKey(sender)) ?? []), index]);
      // A response makes it a request.
      result.push({ traced, sender, kind: 'local', exchange: -1, remark: NO_ANSWER });
      return;
    }
    const askers: readonly ('client' | 'server')[] =
      traced.sender === undefined ? ['client', 'server'] : [traced.sender === 'client' ? 'server' : 'client'];
    const asker = askers.find((each) => (open.get(idKey(each)) ?? []).length > 0);
    const asked = asker && open.get(idKey(asker))!.shift();
    if (asker === undefined || asked === undefined) {
      result.push({ traced, sender: traced.sender ?? 'server', kind: 'local', exchange: -1, remark: NO_REQUEST });
      return;
    }
    const { remark: _, ...request } = result[asked]!;
    result[asked] = { ...request, kind: 'request', exchange: asked };
    result.push({ traced, sender: asker === 'client' ? 'server' : 'client', kind: 'response', exchange: asked });
  });
  return result;
}

function senderOfMethod(method: string): Exclude<Sender, undefined> {
  return OF_SERVERS.test(method) ? 'server' : 'client';
}

/** Returns when each message crosses, in milliseconds since the first. The order is that of the trace, whatever its clock says. */
function momentsOf(messages: readonly TracedMessage[]): readonly number[] {
  const start = messages.find(({ at }) => at !== undefined)?.at ?? 0;
  let last = 0;
  return messages.map(({ at }) => (last = Math.max(last, at === undefined ? last : at - start)));
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
