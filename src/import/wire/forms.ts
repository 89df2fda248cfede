import { formatBytes } from '../../core/formatBytes';
import type { RecordedBody } from './bodies';
import type { Pair } from './trace';

/** Longest text of a form that is read, in characters. */
const MAX_READ = 200_000;

/** Fields of a form that are kept. */
const MAX_FIELDS = 30;

/** Returns a media type in small letters. Its parameters stay, as a boundary is one of them and has letters of both sizes. */
export function normalMimeType(mimeType: string): string {
  return mimeType.trim().replace(/^[^;]*/u, (type) => type.toLowerCase());
}

/**
 * Returns the fields of a form in a body; undefined if it is none.
 * @param params the fields as the recorder has read them
 */
export function readForm({ mimeType, text: recorded, isBase64 }: RecordedBody, params: readonly Pair[]): readonly Pair[] | undefined {
  const text = recorded !== undefined && isBase64 ? Buffer.from(recorded, 'base64').toString('utf8') : recorded;
  if (mimeType.startsWith('application/x-www-form-urlencoded'))
    return keptFields(text === undefined ? params.map(([name, value]): Pair => [decode(name), decode(value)]) : formFields(text));
  if (mimeType.startsWith('multipart/form-data')) return keptFields(text === undefined ? params : multipartFields(text, mimeType));
  return undefined;
}

function keptFields(fields: readonly Pair[]): readonly Pair[] | undefined {
  return fields.length === 0 ? undefined : fields.slice(0, MAX_FIELDS);
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

/** Returns name and value of each part (RFC 7578). */
function multipartFields(whole: string, mimeType: string): readonly Pair[] {
  const text = whole.slice(0, MAX_READ);
  const given = /;\s*boundary="?([^";]+)/iu.exec(mimeType)?.[1]?.trim();
  // Some recorders change the type, or put headers before the first part.
  const boundary = given !== undefined && text.includes(`--${given}`) ? given : /^--(\S+)[^\S\n]*\n/mu.exec(text)?.[1];
  if (boundary === undefined) return [];
  return text.split(`--${boundary}`).flatMap((part): readonly Pair[] => {
    const end = /\r?\n\r?\n/u.exec(part);
    if (!end) return [];
    const headers = part.slice(0, end.index);
    const name = parameterOf(headers, 'name');
    if (name === undefined) return [];
    const value = part.slice(end.index + end[0].length).replace(/\r?\n$/u, '');
    const fileName = parameterOf(headers, String.raw`filename\*?`);
    if (fileName === undefined) return [[name, value.trim()]];
    return [[name, describeFile(fileName, /^content-type:(.*)$/imu.exec(headers)?.[1], value)]];
  });
}

function parameterOf(headers: string, name: string): string | undefined {
  const [, quoted, plain] = new RegExp(String.raw`;\s*${name}=(?:"([^"]*)"|([^\s;]+))`, 'iu').exec(headers) ?? [];
  return quoted ?? plain;
}

/** Returns what is told of a file in a form: its name, type and size, and nothing that is in it. */
export function describeFile(name: string, type: string | undefined, content: string | undefined): string {
  const size = content === undefined || content === '' ? undefined : formatBytes(Buffer.byteLength(content));
  return [name, type?.trim(), size].filter((each) => each !== undefined && each !== '').join(', ');
}
