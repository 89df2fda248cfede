import { STATUS_CODES } from 'node:http';
import { pluralize } from '../../core/pluralize';
import { readBody } from '../wire/bodies';
import { queryOf, readForm } from '../wire/forms';
import { headerOf, tellingHeaders } from '../wire/headers';
import { requestLabel, responseLabel } from '../wire/labels';
import type { LeftOut, Trace, TraceBody, TraceMessage } from '../wire/trace';
import { addressParty, createParties } from './harParties';
import { placeOf, reasonToDrop, type Choice } from './droppedEntries';
import type { HarEntry, HarFile, HarFrame } from './harFile';

/** More exchanges than a talk can show. */
const MAX_EXCHANGES = 400;

/** Frames of one WebSocket that are kept. */
const MAX_FRAMES = 20;

/**
 * Turns the entries of a HAR into messages: what tells nothing is dropped, headers and bodies are cut. Secrets are still in them.
 * @throws with a sentence if nothing, or too much, is left
 */
export function traceOfHar(har: HarFile, choice: Choice): Trace {
  const leftOut = new Map<string, string[]>();
  const kept = har.entries.filter((entry) => {
    const reason = reasonToDrop(entry, choice);
    if (reason !== undefined) leftOut.set(reason, [...(leftOut.get(reason) ?? []), placeOf(entry)]);
    return reason === undefined;
  });
  refuseTooFewOrMany(kept, har.entries.length);
  const start = kept.find(({ startedAt }) => startedAt !== undefined)?.startedAt ?? 0;
  const parties = createParties(har.creator);
  const remarks = remarksOn(kept);
  let before = 0;
  const messages = kept.flatMap((entry, exchange): readonly TraceMessage[] => {
    const at = entry.startedAt === undefined ? before : Math.max(0, entry.startedAt - start);
    before = at;
    const [from, to] = [parties.clientOf(entry), addressParty(entry.url!)];
    parties.speak(from, entry.url!);
    const request: TraceMessage = { ...requestOf(entry), kind: 'request', at, from, to, exchange };
    const response: TraceMessage = {
      ...responseOf(entry),
      kind: 'response',
      at: endOf(entry, at, kept[exchange + 1], start),
      from: to,
      to: from,
      exchange,
    };
    return [request, response, ...framesOf(entry, { from, to, start, at: response.at }, remarks)];
  });
  return {
    parties: parties.all(),
    messages: inOrder(messages),
    leftOut: [...leftOut].map(([reason, places]): LeftOut => ({ reason, places })),
    remarks,
  };
}

function refuseTooFewOrMany(kept: readonly HarEntry[], all: number): void {
  if (kept.length === 0)
    throw new Error(
      `None of the ${pluralize(all, 'request')} tells a story: all are pictures, scripts, analytics and the like. Name some with --keep.`,
    );
  if (kept.length <= MAX_EXCHANGES) return;
  const hosts = new Map<string, number>();
  for (const { url } of kept) hosts.set(url!.host, (hosts.get(url!.host) ?? 0) + 1);
  const list = [...hosts].toSorted((a, b) => b[1] - a[1]).slice(0, 5);
  throw new Error(
    `${kept.length} requests are left, and a talk shows some dozens (at most ${MAX_EXCHANGES}). Narrow them, for example with ` +
      `--drop '*' --keep ${list[0]![0]}. Most are to ${list.map(([host, count]) => `${host} (${count})`).join(', ')}.`,
  );
}

/** Returns when a response ends. One that leads elsewhere ends before the browser goes there, whatever the rounding of the clock says. */
function endOf({ duration, status, redirect }: HarEntry, at: number, next: HarEntry | undefined, start: number): number {
  const end = at + duration;
  const leads = redirect !== '' || (status >= 300 && status < 400);
  const nextAt = next?.startedAt === undefined ? undefined : next.startedAt - start;
  return leads && nextAt !== undefined && nextAt >= at ? Math.min(end, nextAt) : end;
}

/** Sorts by time. At the same time, responses come before the requests that follow from them. */
function inOrder(messages: readonly TraceMessage[]): readonly TraceMessage[] {
  const rank = ({ exchange, kind }: TraceMessage): number => exchange * 3 + ['request', 'response', 'local'].indexOf(kind);
  return messages.toSorted((a, b) => a.at - b.at || rank(a) - rank(b));
}

type Content = Omit<TraceMessage, 'kind' | 'at' | 'from' | 'to' | 'exchange'>;

function requestOf({ url, method, requestHeaders, requestBody: body }: HarEntry): Content {
  const form = body && readForm(body, body.params);
  const content = form || !body ? undefined : readBody(body);
  const query = queryOf(url!);
  return {
    label: requestLabel(method, url!, content),
    method,
    address: addressOf(url!),
    query: query.length === 0 ? undefined : query,
    headers: tellingHeaders(requestHeaders, form !== undefined),
    form,
    ...bodyOrNote(content),
  };
}

function responseOf(entry: HarEntry): Content {
  const { status, statusText, responseHeaders, responseBody, url, error } = entry;
  if (status < 100 || status > 599) {
    const why = error === '' ? 'cancelled, blocked, or not recorded' : error;
    return { label: ['no response'], note: `There is no response in the trace: ${why}.` };
  }
  const target = redirectOf(entry);
  const query = target && queryOf(target);
  const isWeb = target && /^https?:$/u.test(target.protocol);
  const location = headerOf(responseHeaders, 'location');
  const content = target ? undefined : readBody(responseBody);
  return {
    label: responseLabel(status, statusOf(status, statusText), { target, from: url!, body: content }),
    status: `${status} ${statusOf(status, statusText)}`.trim(),
    headers: [...tellingHeaders(responseHeaders), ...(target && !isWeb && location !== undefined ? [['Location', location] as const] : [])],
    ...(isWeb && { address: addressOf(target), query: query?.length === 0 ? undefined : query }),
    ...bodyOrNote(content),
  };
}

function bodyOrNote(body: TraceBody | undefined): Pick<TraceMessage, 'body' | 'note'> {
  if (!body) return {};
  return 'leftOut' in body ? { note: `${body.leftOut}, left out.` } : { body };
}

/** HTTP/2 has no words for the status. */
function statusOf(status: number, text: string): string {
  return text.trim() || (STATUS_CODES[status] ?? '');
}

/** Returns where a response leads; undefined if nowhere. */
function redirectOf({ status, redirect, responseHeaders, url }: HarEntry): URL | undefined {
  if (status < 300 || status > 399 || status === 304) return undefined;
  const target = headerOf(responseHeaders, 'location') ?? redirect;
  return target !== '' && URL.canParse(target, url!.href) ? new URL(target, url!.href) : undefined;
}

/** Returns an address as `http` or `https`, without user, query and fragment. */
function addressOf(url: URL): string {
  return `${url.protocol.replace('ws', 'http')}//${url.host}${url.pathname}`;
}

interface Socket {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly at: number;
}

function framesOf({ frames, url }: HarEntry, { from, to, start, at }: Socket, remarks: string[]): readonly TraceMessage[] {
  if (frames.length > MAX_FRAMES)
    remarks.push(`Of the ${frames.length} messages over the WebSocket to ${url!.host}, the first ${MAX_FRAMES} are kept.`);
  let last = at;
  return frames.slice(0, MAX_FRAMES).map((frame): TraceMessage => {
    last = Math.max(last, frame.at === undefined ? last : frame.at - start);
    const [sender, receiver] = frame.isSent ? [from, to] : [to, from];
    return { kind: 'local', at: last, from: sender, to: receiver, exchange: -1, ...frameContent(frame) };
  });
}

function frameContent({ isText, data }: HarFrame): Content {
  const body = readBody({ mimeType: '', text: data, isBase64: false, size: data.length });
  if (!isText)
    return { label: ['binary message'], note: `Over the WebSocket: ${pluralize(Math.floor((data.length * 3) / 4), 'byte')}, left out.` };
  return { label: requestLabel('message', undefined, body), note: 'Over the WebSocket.', ...(body && !('leftOut' in body) && { body }) };
}

function remarksOn(kept: readonly HarEntry[]): string[] {
  const undated = kept.filter(({ startedAt }) => startedAt === undefined).length;
  return undated === 0 ? [] : [`${pluralize(undated, 'request')} without a moment: they stand behind those before them in the file.`];
}
