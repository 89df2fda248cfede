import { formatBytes } from '../../core/formatBytes';
import { boundJson } from './boundJson';
import type { Pair, TraceBody } from './trace';

/** A body as a recorder has it: the text, if it is some. */
export interface RecordedBody {
  readonly mimeType: string;
  readonly text: string | undefined;
  readonly isBase64: boolean;
  readonly size: number | undefined;
}

/** Longest text that is looked at, in characters. */
const MAX_READ = 200_000;

/** Lines of a text that are kept for now; fewer are shown. */
const MAX_LINES = 60;

/** Fields of a form that are kept. */
const MAX_FIELDS = 30;

const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/html/u, 'An HTML page'],
  [/^image\//u, 'A picture'],
  [/^(?:audio|video)\//u, 'Sound or video'],
  [/javascript|ecmascript/u, 'A script'],
  [/css/u, 'A style sheet'],
  [/font/u, 'A font'],
  [/pdf/u, 'A PDF file'],
  [/zip|compressed|x-tar/u, 'An archive'],
  [/protobuf|grpc/u, 'A message of Protocol Buffers'],
  [/json/u, 'JSON'],
];

/** Returns what a body shows: JSON, a short text, or what it is and how large. Undefined for an empty one. */
export function readBody(body: RecordedBody): TraceBody | undefined {
  const text = textOf(body);
  if (text === undefined) return body.size === undefined || body.size === 0 ? undefined : { leftOut: describe(body) };
  const trimmed = text.trimStart();
  if (body.mimeType.startsWith('text/event-stream')) return readEventStream(text);
  if (/json/u.test(body.mimeType) || (!/html|xml/u.test(body.mimeType) && /^[[{]/u.test(trimmed))) {
    const json = tryJson(trimmed);
    if (json !== undefined) return { json: boundJson(json.value) };
    const lines = trimmed.split('\n').map(tryJson);
    const values = lines.filter((each) => each !== undefined);
    if (values.length > 1) return { json: boundJson(values.map(({ value }) => value)) };
    if (/json/u.test(body.mimeType)) return { leftOut: describe(body) };
  }
  if (/xml/u.test(body.mimeType) && !/html/u.test(body.mimeType)) return textBody(text, 'xml');
  if (body.mimeType.startsWith('text/plain') || body.mimeType === '') return textBody(text, 'text');
  return { leftOut: describe(body) };
}

/** Returns the fields of a form in a body; undefined if it is none. */
export function readForm({ mimeType, text, isBase64 }: RecordedBody, params: readonly Pair[]): readonly Pair[] | undefined {
  if (mimeType.startsWith('application/x-www-form-urlencoded')) {
    const fields = text === undefined || isBase64 ? params.map(([name, value]): Pair => [decode(name), decode(value)]) : formFields(text);
    return fields.length === 0 ? undefined : fields.slice(0, MAX_FIELDS);
  }
  if (mimeType.startsWith('multipart/form-data')) {
    const fields = text === undefined || isBase64 ? params : multipartFields(text, mimeType);
    return fields.length === 0 ? undefined : fields.slice(0, MAX_FIELDS);
  }
  return undefined;
}

function formFields(text: string): readonly Pair[] {
  return [...new URLSearchParams(text.slice(0, MAX_READ).trim())];
}

/** Returns the parameters of an address, those of its fragment too, which the implicit flow of OAuth uses. */
export function queryOf(url: URL): readonly Pair[] {
  const fragment = /^#[^=&]+=/u.test(url.hash) ? [...new URLSearchParams(url.hash.slice(1))] : [];
  return [...url.searchParams, ...fragment].slice(0, MAX_FIELDS);
}

function decode(text: string): string {
  return new URLSearchParams(`x=${text.replaceAll('&', '%26')}`).get('x') ?? '';
}

/** Returns name and value of each part; files are only named. */
function multipartFields(text: string, mimeType: string): readonly Pair[] {
  const boundary = /boundary="?([^";]+)/u.exec(mimeType)?.[1] ?? /^--(\S+)/u.exec(text)?.[1];
  if (boundary === undefined) return [];
  return text
    .slice(0, MAX_READ)
    .split(`--${boundary}`)
    .flatMap((part): readonly Pair[] => {
      const end = part.search(/\r?\n\r?\n/u);
      const name = /\bname="([^"]*)"/u.exec(part.slice(0, end))?.[1];
      if (end < 0 || name === undefined) return [];
      const isFile = /\bfilename="/u.test(part.slice(0, end));
      return [[name, isFile ? '…' : part.slice(end).trim()]];
    });
}

/** The mime types of which browsers keep text as base64 when it has other characters than their own. */
const TEXT_TYPE = /json|xml|^text\/(?:plain|event-stream)/u;

function textOf({ text, isBase64, mimeType }: RecordedBody): string | undefined {
  if (text === undefined) return undefined;
  if (!isBase64) return text.slice(0, MAX_READ);
  if (!TEXT_TYPE.test(mimeType)) return undefined;
  const bytes = Buffer.from(text.slice(0, MAX_READ * 2), 'base64');
  const isLatin1 = /charset="?(?:iso-8859-1|windows-1252|latin1)/iu.test(mimeType);
  return isLatin1 ? bytes.toString('latin1') : new TextDecoder().decode(bytes);
}

function describe({ mimeType, text, size, isBase64 }: RecordedBody): string {
  const type = mimeType.split(';')[0]!.trim();
  const name = NAMES.find(([pattern]) => pattern.test(type))?.[1] ?? (type === '' ? 'Data' : `Data of the type ${type.slice(0, 60)}`);
  const length = text === undefined ? 0 : isBase64 ? Math.floor((text.length * 3) / 4) : text.length;
  return `${name}, ${formatBytes(size ?? length)}`;
}

function textBody(text: string, lang: string): TraceBody {
  const lines = text.trim().split(/\r\n|\r|\n/u);
  const kept = lines.slice(0, MAX_LINES);
  return { text: [...kept, ...(lines.length > kept.length ? [`… ${lines.length - kept.length} more lines`] : [])].join('\n'), lang };
}

/** The events of a stream, with their JSON laid out if each is JSON. */
function readEventStream(text: string): TraceBody | undefined {
  const events = text
    .replaceAll('\r', '')
    .split(/\n\n+/u)
    .map((event) => ({
      name: /^event: ?(.*)$/mu.exec(event)?.[1],
      data: [...event.matchAll(/^data: ?(.*)$/gmu)].map((match) => match[1] ?? '').join('\n'),
    }))
    .filter(({ data }) => data !== '');
  if (events.length === 0) return text.trim() === '' ? undefined : textBody(text, 'text');
  const values = events.map(({ data }) => tryJson(data));
  if (values.some((each) => each === undefined)) return textBody(text, 'text');
  const json = values.map((each) => each!.value);
  return { json: boundJson(json.length === 1 ? json[0] : json) };
}

function tryJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
