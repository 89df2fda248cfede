import { asRecord } from '../../core/asRecord';
import type { TraceBody } from './trace';

/** Longest path on an arrow, in characters. */
const MAX_PATH = 30;

const MAX_LABEL = 60;

/** Keys of JSON on an arrow. */
const MAX_KEYS = 3;

/** Returns the words on the arrow of a request: its method and path, and what a JSON-RPC or GraphQL body asks for. */
export function requestLabel(method: string, url: URL | undefined, body: TraceBody | undefined): readonly string[] {
  return [method, url?.pathname, operationOf(body)].filter((part): part is string => part !== undefined && part !== '');
}

/** Returns the words on the arrow of a response: its status, and where it leads or the first keys of what it brings. */
export function responseLabel(
  status: number,
  text: string,
  { target, from, body }: { readonly target: URL | undefined; readonly from: URL; readonly body: TraceBody | undefined },
): readonly string[] {
  if (!target) return [`${status}`, contentOf(status, body) ?? text].filter((part) => part !== '');
  if (target.host === '') return [`${status}`, '→', `${target.protocol}…`];
  const host = target.host === from.host ? '' : target.host;
  return [`${status}`, '→', `${host}${target.pathname === '/' && host !== '' ? '' : target.pathname}`];
}

/** Returns what a successful response brings: the result of JSON-RPC, or the first keys of JSON; undefined for other bodies. */
function contentOf(status: number, body: TraceBody | undefined): string | undefined {
  if (status > 299 || !body || !('json' in body) || typeof body.json !== 'object' || body.json === null) return undefined;
  const json = asRecord(Array.isArray(body.json) ? body.json.at(-1) : body.json);
  if (json['jsonrpc'] !== undefined) return jsonRpcOperation(json) ?? jsonRpcAnswer(json).join(' ');
  return Array.isArray(body.json) ? undefined : firstKeys(json);
}

function firstKeys(object: Readonly<Record<string, unknown>>): string | undefined {
  const keys = Object.keys(object).filter((key) => key !== '_meta' && key !== '…');
  return keys.length === 0 ? undefined : keys.slice(0, MAX_KEYS).join(', ');
}

/** Returns what a response of JSON-RPC says: the first keys of its result, or its error. */
export function jsonRpcAnswer(message: Readonly<Record<string, unknown>>): readonly string[] {
  const error = asRecord(message['error']);
  const { code, message: words } = error;
  if (message['error'] !== undefined) return [`error ${String(code ?? '')}`.trim(), typeof words === 'string' ? words : ''];
  const result = asRecord(message['result']);
  if (result['isError'] === true) return ['result: the tool failed'];
  const keys = firstKeys(result);
  return [keys === undefined ? 'result' : `result: ${keys}`];
}

/** Joins the words of a label. Of a long path the last part stays. */
export function joinLabel(words: readonly string[]): string {
  const label = words.map((word) => (word.includes('/') ? shortenPath(word) : word)).join(' ');
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1)}…`;
}

/** Of a host the name stays, of a path its end. */
function shortenPath(path: string): string {
  if (path.length <= MAX_PATH) return path;
  const start = path.startsWith('/') ? '' : path.slice(0, path.indexOf('/') + 1);
  const end = path.slice(path.lastIndexOf('/', path.length - 2) + (start === '' ? 0 : 1));
  const short = `${start}…${start === '' ? '' : '/'}${end}`;
  if (short.length <= MAX_PATH + (start === '' ? 1 : MAX_PATH / 2)) return short;
  return start === '' ? `${path.slice(0, MAX_PATH - 1)}…` : `${start}…`.slice(0, MAX_PATH * 2);
}

/** Returns what a body asks for: the method of JSON-RPC with the name of a tool, prompt or resource, or a GraphQL operation. */
function operationOf(body: TraceBody | undefined): string | undefined {
  if (!body || !('json' in body)) return undefined;
  const json = asRecord(Array.isArray(body.json) ? body.json[0] : body.json);
  if (json['jsonrpc'] !== undefined) return jsonRpcOperation(json);
  const { operationName, query } = json;
  if (typeof query !== 'string') return undefined;
  if (typeof operationName === 'string' && operationName !== '') return operationName;
  return /^\s*(?:query|mutation|subscription)\s+(\w+)/u.exec(query)?.[1];
}

/** Returns the method of a JSON-RPC message with the name of the tool, prompt or resource; undefined for a response. */
export function jsonRpcOperation({ method, params }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof method !== 'string') return undefined;
  const { name, uri } = asRecord(params);
  const subject = [name, uri].find((each) => typeof each === 'string');
  return subject === undefined ? method : `${method} ${String(subject)}`;
}
