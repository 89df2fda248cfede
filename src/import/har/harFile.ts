import { asRecord } from '../../core/asRecord';
import { describeFile, normalMimeType } from '../wire/forms';
import { headerOf } from '../wire/headers';
import type { Pair } from '../wire/trace';

/** Text of a body as a HAR has it. */
interface HarBody {
  /** The one of the header if the recorder left it out. */
  readonly mimeType: string;
  /** Undefined if the recorder left it out. */
  readonly text: string | undefined;
  readonly isBase64: boolean;
  /** Bytes; undefined if unknown. */
  readonly size: number | undefined;
  /** Fields of a form, if there is no text. */
  readonly params: readonly Pair[];
}

/** A frame of a WebSocket, as Chrome and Playwright record it. */
export interface HarFrame {
  readonly isSent: boolean;
  /** Milliseconds since 1970; undefined if unknown. */
  readonly at: number | undefined;
  readonly isText: boolean;
  readonly data: string;
}

/** A request and its response, with the fields that an import reads. Fields that are missing or of another type are empty. */
export interface HarEntry {
  /** Milliseconds since 1970; undefined if the recorded moment is none. */
  readonly startedAt: number | undefined;
  /** Milliseconds from the request to the end of the response. */
  readonly duration: number;
  readonly method: string;
  /** Undefined if it is no address. */
  readonly url: URL | undefined;
  readonly requestHeaders: readonly Pair[];
  readonly requestBody: HarBody | undefined;
  /** 0 if there was no response. */
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: readonly Pair[];
  readonly responseBody: HarBody;
  readonly redirect: string;
  /** What the browser asked for, for example `image`; empty if unknown. */
  readonly resourceType: string;
  /** Why there is no response; empty if unknown. */
  readonly error: string;
  readonly frames: readonly HarFrame[];
}

/** The entries of a HAR in the order of time, and who recorded it. */
export interface HarFile {
  readonly creator: string;
  readonly entries: readonly HarEntry[];
}

/** Reads the JSON of a HAR 1.1 to 1.3. @throws with a sentence if it is none */
export function readHar(text: string, name: string): HarFile {
  const log = asRecord(asRecord(parse(text, name))['log']);
  const list = log['entries'];
  if (!Array.isArray(list)) throw new Error(`${name} is no HAR: it has no list “log.entries”. ${HOW_TO_SAVE}`);
  if (list.length === 0) throw new Error(`${name} has no entries: nothing was recorded. ${HOW_TO_SAVE}`);
  const entries = list.map((each) => readEntry(asRecord(each)));
  // An entry without a moment stays behind the one before it.
  let last = entries.find(({ startedAt }) => startedAt !== undefined)?.startedAt;
  const moments = entries.map(({ startedAt }) => (last = startedAt ?? last) ?? 0);
  const order = entries.map((_, index) => index).toSorted((a, b) => moments[a]! - moments[b]! || a - b);
  return { creator: textOf(asRecord(log['creator'])['name']), entries: order.map((index) => entries[index]!) };
}

const HOW_TO_SAVE = 'Browsers save one from the network panel of their developer tools (“Save all as HAR”).';

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new Error(`${name} is no JSON, and so no HAR: ${(error as Error).message}. ${HOW_TO_SAVE}`, { cause: error });
  }
}

function readEntry(entry: Readonly<Record<string, unknown>>): HarEntry {
  const [request, response] = [asRecord(entry['request']), asRecord(entry['response'])];
  const startedAt = Date.parse(textOf(entry['startedDateTime']));
  const duration = numberOf(entry['time']) ?? 0;
  const content = asRecord(response['content']);
  const [requestHeaders, responseHeaders] = [pairsOf(request['headers']), pairsOf(response['headers'])];
  const frames = entry['_webSocketMessages'] ?? asRecord(entry['_webSocket'])['messages'];
  return {
    startedAt: Number.isNaN(startedAt) ? undefined : startedAt,
    duration: duration > 0 ? duration : 0,
    method: methodOf(textOf(request['method'])),
    url: urlOf(textOf(request['url'])),
    requestHeaders,
    requestBody: request['postData'] === undefined ? undefined : bodyOf(asRecord(request['postData']), request['bodySize'], requestHeaders),
    status: numberOf(response['status']) ?? 0,
    statusText: textOf(response['statusText']),
    responseHeaders,
    responseBody: bodyOf(content, content['size'], responseHeaders),
    redirect: textOf(response['redirectURL']),
    resourceType: textOf(entry['_resourceType']).toLowerCase(),
    error: textOf(response['_error'] ?? entry['_error'] ?? response['_failureText']),
    frames: Array.isArray(frames) ? frames.map((each) => frameOf(asRecord(each))) : [],
  };
}

/** A method of RFC 9110; `GET` in place of anything else. */
function methodOf(text: string): string {
  return /^[A-Za-z]{1,20}$/u.test(text) ? text.toUpperCase() : 'GET';
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Header names of HTTP/2 that start with a colon repeat the first line. Old browsers join several `Set-Cookie` by line breaks. */
function pairsOf(list: unknown): readonly Pair[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each): readonly Pair[] => {
    const { name, value } = asRecord(each);
    if (typeof name !== 'string' || name === '' || name.startsWith(':')) return [];
    return textOf(value)
      .split('\n')
      .map((line): Pair => [name, line.trim()]);
  });
}

function bodyOf(body: Readonly<Record<string, unknown>>, bytes: unknown, headers: readonly Pair[]): HarBody {
  const [text, size] = [body['text'], numberOf(bytes)];
  const params = Array.isArray(body['params']) ? body['params'] : [];
  return {
    mimeType: normalMimeType(textOf(body['mimeType']) || (headerOf(headers, 'content-type') ?? '')),
    text: typeof text === 'string' && text !== '' ? text : undefined,
    isBase64: body['encoding'] === 'base64',
    size: size !== undefined && size >= 0 ? size : undefined,
    params: params.map((each): Pair => {
      const { name, value, fileName, contentType } = asRecord(each);
      return [textOf(name), textOf(fileName) === '' ? textOf(value) : describeFile(textOf(fileName), textOf(contentType), textOf(value))];
    }),
  };
}

function frameOf({ type, time, opcode, data }: Readonly<Record<string, unknown>>): HarFrame {
  const seconds = numberOf(time);
  // Chrome writes seconds since 1970, others milliseconds.
  const at = seconds === undefined ? undefined : seconds < 1e11 ? seconds * 1000 : seconds;
  return { isSent: type === 'send' || type === 'request', at, isText: opcode === undefined || opcode === 1, data: textOf(data) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
