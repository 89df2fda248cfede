import { asRecord } from '../../core/asRecord';
import type { TraceBody } from './trace';

/** Longest path on an arrow, in characters. */
const MAX_PATH = 30;

const MAX_LABEL = 60;

/** Returns the words on the arrow of a request: its method and path, and what a JSON-RPC or GraphQL body asks for. */
export function requestLabel(method: string, url: URL | undefined, body: TraceBody | undefined): readonly string[] {
  return [method, url?.pathname, operationOf(body)].filter((part): part is string => part !== undefined && part !== '');
}

/** Returns the words on the arrow of a response: its status, and where it leads. */
export function responseLabel(status: number, text: string, target: URL | undefined, from: URL): readonly string[] {
  if (!target) return [`${status} ${text}`.trim()];
  if (target.host === '') return [`${status}`, '→', `${target.protocol}…`];
  const host = target.host === from.host ? '' : target.host;
  return [`${status}`, '→', `${host}${target.pathname === '/' && host !== '' ? '' : target.pathname}`];
}

/** Joins the words of a label. Of a long path the last part stays. */
export function joinLabel(words: readonly string[]): string {
  const label = words.map((word) => (word.includes('/') ? shortenPath(word) : word)).join(' ');
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1)}…`;
}

function shortenPath(path: string): string {
  if (path.length <= MAX_PATH) return path;
  const end = path.slice(path.lastIndexOf('/', path.length - 2));
  return end.length < MAX_PATH ? `…${end}` : `${path.slice(0, MAX_PATH - 1)}…`;
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
