import type { WireMessage } from './wire';

/** Name and value of a parameter or header. */
export type NameValuePair = readonly [name: string, value: string];

const ELLIPSIS = '…';

/** Splits `name=value` or `Name: value` at the first separator. */
export function parsePairs(lines: readonly string[] = [], separator = '='): readonly NameValuePair[] {
  return lines.map((each) => {
    const at = each.indexOf(separator);
    return [each.slice(0, at), each.slice(at + separator.length)];
  });
}

/** Encodes parameters as application/x-www-form-urlencoded. */
function formEncode(pairs: readonly NameValuePair[]): string {
  return pairs.map(([name, value]) => `${formEncodeText(name)}=${value === ELLIPSIS ? value : formEncodeText(value)}`).join('&');
}

function formEncodeText(text: string): string {
  const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text)
    .replace(/[!'()~]/gu, escape)
    .replaceAll('%20', '+');
}

function withQuery(address: string, query: readonly string[] | undefined): string {
  return query === undefined ? address : `${address}?${formEncode(parsePairs(query))}`;
}

/** Returns a message's first line and headers; empty if it is not HTTP. */
export function headLines(message: WireMessage): readonly string[] {
  if (message.kind === 'local') return [];
  const { headers = [] } = message;
  if (message.kind === 'response') {
    const location = message.redirect === undefined ? [] : [`Location: ${withQuery(message.redirect, message.query)}`];
    return [...(message.status === undefined ? [] : [message.status]), ...headers, ...location];
  }
  const form = message.form === undefined ? [] : ['Content-Type: application/x-www-form-urlencoded'];
  return [...(message.request === undefined ? [] : [withQuery(message.request, message.query)]), ...headers, ...form];
}

export function bodyText(message: WireMessage): string {
  if (message.kind === 'request' && message.form) return formEncode(parsePairs(message.form));
  return (message.body?.lines ?? []).map((tokens) => tokens.map(([text]) => text).join('')).join('\n');
}

/** Returns an HTTP message: first line, headers, an empty line, body; its label if it has none of them. */
export function httpText(message: WireMessage): string {
  const [head, body] = [headLines(message).join('\n'), bodyText(message)];
  return [head, body].filter((part) => part !== '').join('\n\n') || message.label;
}

/** Returns a request as a curl command; undefined if it is not HTTP or parts of its address are left out. */
export function curlCommand(message: WireMessage): string | undefined {
  if (message.kind !== 'request' || message.request === undefined || message.request.includes(ELLIPSIS)) return undefined;
  const [method = 'GET', address = ''] = message.request.split(' ');
  const bodyless = message.form === undefined && message.body === undefined;
  const parts = [
    method === (bodyless ? 'GET' : 'POST') ? 'curl' : `curl -X ${method}`,
    shellQuote(withQuery(address, message.query)),
    ...(message.headers ?? []).map((header) => `-H ${shellQuote(header)}`),
    ...(message.form ?? []).map((pair) => `--data-urlencode ${shellQuote(pair)}`),
    ...(message.form === undefined && message.body ? [`--data-raw ${shellQuote(bodyText(message))}`] : []),
  ];
  const [command, target, ...options] = parts;
  return [`${command} ${target}`, ...options].join(' \\\n  ');
}

/** Quotes a word for a POSIX shell. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
