import { asRecord } from '../../core/asRecord';
import type { TraceMessage } from '../wire/trace';
import type { Sender, TracedMessage } from './tracedMessage';

type End = Exclude<Sender, undefined>;

/** A message with who sent it and what it belongs to. */
export interface Matched {
  readonly traced: TracedMessage;
  readonly sender: End;
  readonly kind: TraceMessage['kind'];
  /** -1 for a message without counterpart. */
  readonly exchange: number;
  readonly remark?: string;
}

export const NO_ANSWER = 'The trace has no answer to it.';
export const NO_REQUEST = 'It answers no request of the trace.';

/** Methods that only servers call (MCP 2025-06-18); others are called by clients. `ping` and cancellations come from both. */
const OF_SERVERS =
  /^(?:roots\/list|sampling\/|elicitation\/|notifications\/(?:message|progress|resources\/|tools\/|prompts\/|elicitation\/|tasks\/))/u;

/** Finds the request of each response by id and direction; of one id, the first is answered first. */
export function matchMessages(messages: readonly TracedMessage[]): readonly Matched[] {
  /** Requests that wait for a response. */
  const open = new Map<string, number[]>();
  const result: Matched[] = [];
  messages.forEach((traced, index) => {
    const { message, server } = traced;
    const waiting = (sender: End, id = message['id']): number[] => {
      const key = JSON.stringify([sender, server, id]);
      if (!open.has(key)) open.set(key, []);
      return open.get(key)!;
    };
    if (typeof message['method'] === 'string') {
      const cancelled = message['method'] === 'notifications/cancelled' ? asRecord(message['params'])['requestId'] : undefined;
      const isOfServer =
        OF_SERVERS.test(message['method']) || (waiting('server', cancelled).length > 0 && waiting('client', cancelled).length === 0);
      const sender = traced.sender ?? (isOfServer ? 'server' : 'client');
      const hasId = typeof message['id'] === 'string' || typeof message['id'] === 'number';
      const isAnsweredNext = messages[index + 1]?.answersPrevious === true;
      if (hasId && !isAnsweredNext) waiting(sender).push(index);
      // A response makes it a request.
      result.push({ traced, sender, kind: 'local', exchange: -1, ...(hasId && { remark: NO_ANSWER }) });
      return;
    }
    const asker = traced.answersPrevious ? result[index - 1]!.sender : possibleAskers(traced).find((each) => waiting(each).length > 0);
    const asked = traced.answersPrevious ? index - 1 : asker && waiting(asker).shift();
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

/** Ids of both ends may be the same: what a result has tells who may have asked. */
function possibleAskers({ sender, message }: TracedMessage): readonly End[] {
  if (sender !== undefined) return [sender === 'client' ? 'server' : 'client'];
  const result = asRecord(message['result']);
  const isOfClient = 'roots' in result || 'action' in result || ('role' in result && 'content' in result);
  return isOfClient ? ['server', 'client'] : ['client', 'server'];
}
