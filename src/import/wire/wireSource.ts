import type { WireValue } from '../privacy/replaced';
import type { Replacements } from '../privacy/replacements';
import { rewriteJson, shorten } from '../privacy/rewriteJson';
import { kindOfField, contextOfParameters } from '../privacy/fieldKinds';
import { joinLabel } from './labels';
import { rewriteHeader } from './rewriteHeader';
import { freeId, type WireParties, type WireParty } from './wireParties';
import type { StopMessages } from './groups';
import type { Pair, TraceBody, TraceMessage } from './trace';

type Explore = { type: 'pkce'; verifier: string; challenge: string } | { type: 'token'; token: string } | { type: 'saml'; request: string };

/** A message as it stands in a wire file. */
export interface WireSourceMessage {
  id: string;
  kind: TraceMessage['kind'];
  from: string;
  to: string;
  replyTo?: string;
  label: string;
  request?: string;
  status?: string;
  headers?: string[];
  redirect?: string;
  query?: string[];
  form?: string[];
  body?: { json: unknown } | { text: string[]; lang: string };
  secrets?: string[];
  note?: string;
  explore?: Explore;
}

/** A wire file, before it is formatted. */
export interface WireFile {
  $schema?: string;
  values?: Record<string, WireValue>;
  parties: readonly WireParty[];
  stops: { at: string; messages: WireSourceMessage[] }[];
}

/** How much of bodies is kept, so that the file stays within its limit. */
export interface Size {
  /** Characters of a body's JSON; larger bodies are left out. */
  readonly body: number;
  readonly lines: number;
}

const MAX_TEXT = 300;
const MAX_LINE = 160;
const MAX_ADDRESS = 400;

/** Writes messages as a wire file, with all secrets replaced. */
export function wireSource(
  byStop: readonly StopMessages[],
  { parties, idOf }: WireParties,
  replacements: Replacements,
  size: Size,
): WireFile {
  const ids = new Set<string>();
  const requestIds = new Map<number, string>();
  const explored = new Set<string>();
  const write = (message: TraceMessage): WireSourceMessage => {
    const label = joinLabel(message.label.map((word) => shorten(rewriteWord(word, replacements), MAX_TEXT)));
    const request = message.kind === 'response' ? requestIds.get(message.exchange) : undefined;
    const id = request === undefined ? freeId(label, ids, 'message') : freeId(`${request}-answer`, ids, 'answer');
    ids.add(id);
    if (message.kind === 'request') requestIds.set(message.exchange, id);
    return {
      id,
      kind: message.kind,
      from: idOf.get(message.from)!,
      to: idOf.get(message.to)!,
      ...(request !== undefined && { replyTo: request }),
      label: label.trim() === '' ? message.kind : replacements.escape(label),
      ...httpParts(message, replacements),
      ...bodyPart(message, replacements, size),
    };
  };
  const stops = byStop.map(({ stop, messages }) => ({
    at: stop,
    messages: messages.map((message) => {
      const written = write(message);
      return withExplore(written, message, replacements, explored);
    }),
  }));
  const values = replacements.wireValues();
  return { ...(Object.keys(values).length > 0 && { values: { ...values } }), parties, stops };
}

/** A path is rewritten by its parts, since an identifier in it is found by itself. */
function rewriteWord(word: string, replacements: Replacements): string {
  return word
    .split('/')
    .map((part) => replacements.rewriteValue(part, false, true))
    .join('/');
}

function httpParts(message: TraceMessage, replacements: Replacements): Partial<WireSourceMessage> {
  const { kind, method, address, status, headers = [], query, form } = message;
  const where = address === undefined ? undefined : rewriteAddress(address, replacements);
  const lines = headers.map((header) => rewriteHeader(header, replacements)).map((line) => shorten(line, MAX_TEXT));
  const parts: Partial<WireSourceMessage> = {
    ...(kind === 'request' && method !== undefined && where !== undefined && { request: `${method} ${where}` }),
    ...(kind === 'response' && status !== undefined && { status: shorten(replacements.rewrite(status), 80).trim() }),
    ...(lines.length > 0 && { headers: lines }),
    ...(kind === 'response' && where !== undefined && { redirect: where }),
    ...pairsPart('query', query, replacements),
    ...pairsPart('form', form, replacements),
  };
  return parts;
}

function pairsPart(key: 'query' | 'form', pairs: readonly Pair[] | undefined, replacements: Replacements): Partial<WireSourceMessage> {
  if (!pairs || pairs.length === 0) return {};
  const context = contextOfParameters(pairs.map(([name]) => name));
  const lines = pairs.map(([name, value]) => {
    const shown = replacements.escape(shorten(replacements.rewriteLiterally(name), 80).replaceAll(/[=\s]/gu, '_')) || '_';
    if (/^saml_?response$/iu.test(name)) return `${shown}=…`;
    return `${shown}=${shorten(replacements.rewriteValue(value, kindOfField(name, value, context) !== undefined), MAX_TEXT)}`;
  });
  return { [key]: lines };
}

/** An address without anything that cannot stand in one. */
function rewriteAddress(address: string, replacements: Replacements): string {
  const url = new URL(address);
  const host = replacements.escape(replacements.rewriteLiterally(url.hostname)) + (url.port === '' ? '' : `:${url.port}`);
  const path = url.pathname
    .split('/')
    .map((part) => replacements.rewriteValue(part, false))
    .join('/');
  return shorten(`${url.protocol}//${host}${path}`, MAX_ADDRESS).replaceAll(/\s/gu, '%20');
}

function bodyPart({ body, note }: TraceMessage, replacements: Replacements, size: Size): Partial<WireSourceMessage> {
  const written = body && writeBody(body, replacements, size);
  const leftOut = body && !written ? 'The body is left out.' : undefined;
  const sentence = [note, leftOut].filter((each) => each !== undefined).join(' ');
  return { ...(written && { body: written }), ...(sentence !== '' && { note: shorten(replacements.rewrite(sentence), MAX_TEXT) }) };
}

function writeBody(body: TraceBody, replacements: Replacements, size: Size): WireSourceMessage['body'] | undefined {
  if ('leftOut' in body) return undefined;
  if ('json' in body) {
    const json = rewriteJson(body.json, replacements);
    return JSON.stringify(json).length <= size.body ? { json } : undefined;
  }
  const all = body.text.split('\n').map((line) => shorten(replacements.rewrite(line), MAX_LINE));
  const lines = all.length > size.lines ? [...all.slice(0, size.lines), `… ${all.length - size.lines} more lines`] : all;
  return lines.join('').length <= size.body && lines.some((line) => line.trim() !== '') ? { text: lines, lang: body.lang } : undefined;
}

/** Adds the words that are secrets, and what people can try out. */
function withExplore(
  written: WireSourceMessage,
  message: TraceMessage,
  replacements: Replacements,
  explored: Set<string>,
): WireSourceMessage {
  const names = [...new Set([...JSON.stringify(written).matchAll(/(?<!\\)\{\{([A-Za-z][\w-]*)\}\}/gu)].map((match) => match[1]!))];
  const values = replacements.wireValues();
  const own = names.filter((name) => Object.hasOwn(values, name));
  const token = own.find((name) => typeof values[name] === 'object' && !explored.has(name));
  const verifier = message.form?.find(([name]) => name === 'code_verifier')?.[1];
  const challenge = verifier === undefined ? undefined : replacements.challengeNameOf(verifier);
  const saml = own.find((name) => name.startsWith('saml_request') && !explored.has(name));
  const reference = (name: string): string => `{{${name}}}`;
  // A challenge is sent for all to see.
  const secrets = own.filter((name) => !name.startsWith('code_challenge')).map(reference);
  let explore: Explore | undefined;
  if (challenge !== undefined)
    explore = { type: 'pkce', verifier: replacements.rewriteValue(verifier!, true), challenge: reference(challenge) };
  else if (saml !== undefined) explore = { type: 'saml', request: reference(saml) };
  else if (token !== undefined) explore = { type: 'token', token: reference(token) };
  if (explore?.type === 'token') explored.add(token!);
  if (explore?.type === 'saml') explored.add(saml!);
  return { ...written, ...(secrets.length > 0 && { secrets }), ...(explore && { explore }) };
}
