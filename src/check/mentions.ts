import { valueAt, type JsonPath } from '../compiler/story/jsonPath';
import type { JsonDocument } from '../compiler/story/parseJsonFile';
import { walkValues, type CheckInput, type StoryLocation } from './checkInput';

/** A fact that a story states in one place, for example “the port on localhost is 9876”. */
export interface Mention extends StoryLocation {
  /** What the fact is about. All values of a topic should agree. */
  readonly topic: string;
  /** Normalized: equal values are equal strings. */
  readonly value: string;
}

type TopicValue = Pick<Mention, 'topic' | 'value'>;

/** OAuth parameters that stay the same between the addresses of one sign-in. */
const OAUTH_PARAMETERS = ['client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'code', 'code_challenge'] as const;
const PARAMETER_PATTERN = new RegExp(`([?&"'\\s]|^)(${OAUTH_PARAMETERS.join('|')})=([^\\s&"'<>]+)`, 'gu');
/** Parameters whose names have other meanings outside of an address. */
const URL_ONLY_PARAMETERS: ReadonlySet<string> = new Set(['scope', 'state', 'nonce', 'code']);

/** Topics by JSON key or label, in lower case without spaces, hyphens and underscores. */
const TOPIC_BY_LABEL: Readonly<Record<string, string>> = {
  clientid: 'client_id',
  redirecturi: 'redirect_uri',
  redirecturl: 'redirect_uri',
  scope: 'scope',
  scopes: 'scope',
  user: 'user',
  username: 'user',
};

/**
 * Finds all facts in the order of the story's files. Placeholders are example values and do not count. The wire file has rules of its
 * own, as it states where it differs from the screen.
 */
export function findMentions({ storyDocument, scenes, texts }: CheckInput): readonly Mention[] {
  const fromTexts = texts
    .filter(({ path, surface }) => surface !== 'none' && surface !== 'wire' && path.at(-1) !== 'placeholder')
    .flatMap(({ document, path, shown }) =>
      [
        ...urlParameters(shown),
        ...labelledValues(shown),
        ...jsonKeyValues(path, shown),
        ...localhostPorts(shown),
        ...emailUsers(shown),
      ].map((fact): Mention => ({ ...fact, document, path })),
    );
  const shownAt = new Map(texts.map(({ document, path, shown }) => [locationKey(document, path), shown]));
  const fromObjects = [storyDocument, ...scenes].flatMap((document) =>
    [...walkValues(document.value)].flatMap(([path, value]) =>
      objectValues(value, (keys) => shownAt.get(locationKey(document, [...path, ...keys]))).map((fact): Mention => ({
        ...fact,
        document,
        path,
      })),
    ),
  );
  return [...fromTexts, ...fromObjects].filter(({ value }) => value !== '' && !/…|\.\.\./u.test(value));
}

function locationKey({ file }: JsonDocument, path: JsonPath): string {
  return JSON.stringify([file, ...path]);
}

/** Finds `?state=x&client_id=y` in an address bar, a command or a request. */
function urlParameters(text: string): readonly TopicValue[] {
  const found = [...text.matchAll(PARAMETER_PATTERN)].flatMap(([, before = '', name = '', raw = '']): TopicValue[] => {
    if (URL_ONLY_PARAMETERS.has(name) && before !== '?' && before !== '&') return [];
    return [{ topic: name, value: normalizeValue(name, decodeFormValue(raw.replace(/[.,;:)\]]+$/u, ''))) }];
  });
  // An address that receives a code is the redirect URI.
  const redirectUri = text
    .split(/\s+/u)
    .map(redirectUriIn)
    .find((address) => address !== undefined);
  if (redirectUri === undefined) return found;
  return [...found, { topic: 'redirect_uri', value: normalizeValue('redirect_uri', redirectUri) }];
}

/** Returns an address with a code and a state without its query. One regular expression for it would take minutes for a long word. */
function redirectUriIn(word: string): string | undefined {
  const hasCodeAndState = (query: string): boolean => /\bcode=/u.test(query) && /\bstate=/u.test(query);
  if (!hasCodeAndState(word)) return undefined;
  let at = word.lastIndexOf('?');
  while (at > 0 && !hasCodeAndState(word.slice(at + 1))) at = word.lastIndexOf('?', at - 1);
  return at > 0 ? word.slice(0, at) : undefined;
}

/** Finds `Scopes: openid, email`. */
function labelledValues(text: string): readonly TopicValue[] {
  const [, label = '', value = ''] = /^\s*([\w ]{2,20}):\s+(\S.*)$/u.exec(text) ?? [];
  return topicValue(label, value);
}

/** Finds `"client_id": "x"`. */
function jsonKeyValues(path: JsonPath, text: string): readonly TopicValue[] {
  const key = path.at(-1);
  return path.includes('json') && typeof key === 'string' ? topicValue(key, text) : [];
}

/** Finds a row of a page, `{ "label": "Scopes", "tags": […] }`, or a list in JSON. */
function objectValues(value: unknown, shown: (keys: JsonPath) => string | undefined): readonly TopicValue[] {
  const list = (key: string): string => {
    const items = valueAt(value, [key]);
    return Array.isArray(items) ? items.map((_, at) => shown([key, at]) ?? '').join(' ') : '';
  };
  const label = valueAt(value, ['label']);
  if (typeof label === 'string') return [...topicValue(label, shown(['value']) ?? ''), ...topicValue(label, list('tags'))];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value).flatMap((key) => topicValue(key, list(key)));
}

/** Finds `localhost:9876` and `127.0.0.1:9876`. */
function localhostPorts(text: string): readonly TopicValue[] {
  return [...text.matchAll(/\b(?:localhost|127\.0\.0\.1):(\d{2,5})\b/gu)].map(([, port = '']) => ({ topic: 'localhost', value: port }));
}

/** Finds `dev@example.com`. The topic is the domain. */
function emailUsers(text: string): readonly TopicValue[] {
  return [...text.matchAll(/(?<![\w.+-])([\w.+-]+)@((?:[a-z\d-]+\.)+[a-z]{2,})(?![\w@])/giu)]
    .filter(([, name]) => name !== 'git')
    .map(([, name = '', domain = '']) => ({ topic: `@${domain.toLowerCase()}`, value: name }));
}

function topicValue(name: string, value: string): readonly TopicValue[] {
  const label = name.toLowerCase().replace(/^(?:user|granted|token|access)[ _-](?=scopes?$)/u, '');
  const topic = TOPIC_BY_LABEL[label.replaceAll(/[ _-]/gu, '')];
  return topic === undefined || value === '' ? [] : [{ topic, value: normalizeValue(topic, value) }];
}

/** Removes differences without meaning: the order of scopes, the scheme and last slash of an address. */
function normalizeValue(topic: string, value: string): string {
  if (topic === 'scope') return [...new Set(value.match(/[^\s,]+/gu))].toSorted().join(' ');
  return topic === 'redirect_uri' ? value.replace(/^https?:\/\//u, '').replace(/\/$/u, '') : value.trim();
}

function decodeFormValue(text: string): string {
  return new URLSearchParams(`value=${text}`).get('value') ?? '';
}
