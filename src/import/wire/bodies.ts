import { formatBytes } from '../../core/formatBytes';
import { boundJson } from './boundJson';
import type { TraceBody } from './trace';

/** A body as a recorder has it: the text, if it is some. */
export interface RecordedBody {
  /** As `normalMimeType` returns it. */
  readonly mimeType: string;
  readonly text: string | undefined;
  readonly isBase64: boolean;
  readonly size: number | undefined;
}

/** Longest text that is looked at, in characters. */
const MAX_READ = 200_000;

/** Lines of a text that are kept for now; fewer are shown. */
const MAX_LINES = 60;

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
