import { valueAt, type JsonPath } from '../compiler/story/jsonPath';
import type { JsonDocument } from '../compiler/story/parseJsonFile';
import { walkValues, type CheckInput } from './checkInput';

/** Something a story says of its world, in one place: “the port on localhost is 9876”. */
export interface Mention {
  /** What it is about; two facts about the same thing should agree. */
  readonly about: string;
  /** What it says, in a form that can be compared. */
  readonly value: string;
  readonly document: JsonDocument;
  readonly path: JsonPath;
}

type TopicValue = Pick<Mention, 'about' | 'value'>;

/** OAuth's parameters, which go round unchanged between the addresses of one sign-in. */
const OAUTH_PARAMETERS = ['client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'code', 'code_challenge'] as const;
const PARAMETER_PATTERN = new RegExp(`([?&"'\\s]|^)(${OAUTH_PARAMETERS.join('|')})=([^\\s&"'<>]+)`, 'gu');
/** Of those, the names that mean other things outside of an address. */
const URL_ONLY_PARAMETERS: ReadonlySet<string> = new Set(['scope', 'state', 'nonce', 'code']);

/** What names in JSON and labels in text are about, however they are spelt. */
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
 * Everything a story says that can be said twice, in the order of its files. Fields that show an invented value as a hint say
 * nothing; what crosses under the story has rules of its own, as it says where the screen simplifies.
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
      ].map((said): Mention => ({ ...said, document, path })),
    );
  const shownAt = new Map(texts.map(({ document, path, shown }) => [locationKey(document, path), shown]));
  const fromObjects = [storyDocument, ...scenes].flatMap((document) =>
    [...walkValues(document.value)].flatMap(([path, value]) =>
      objectValues(value, (keys) => shownAt.get(locationKey(document, [...path, ...keys]))).map((said): Mention => ({
        ...said,
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

/** `?state=x&client_id=y`, in an address bar, a command or a request. */
function urlParameters(text: string): readonly TopicValue[] {
  const found = [...text.matchAll(PARAMETER_PATTERN)].flatMap(([, before = '', name = '', raw = '']): TopicValue[] => {
    if (URL_ONLY_PARAMETERS.has(name) && before !== '?' && before !== '&') return [];
    return [{ about: name, value: normalizeValue(name, decodeFormValue(raw.replace(/[.,;:)\]]+$/u, ''))) }];
  });
  // Whoever is sent a code is where the sign-in was to come back to.
  const back = text
    .split(/\s+/u)
    .map(redirectUriIn)
    .find((address) => address !== undefined);
  return back === undefined ? found : [...found, { about: 'redirect_uri', value: normalizeValue('redirect_uri', back) }];
}

/** What stands before the question mark of an address with a code and a state. A regular expression over a long word would take minutes. */
function redirectUriIn(word: string): string | undefined {
  const isAnswer = (query: string): boolean => /\bcode=/u.test(query) && /\bstate=/u.test(query);
  if (!isAnswer(word)) return undefined;
  let at = word.lastIndexOf('?');
  while (at > 0 && !isAnswer(word.slice(at + 1))) at = word.lastIndexOf('?', at - 1);
  return at > 0 ? word.slice(0, at) : undefined;
}

/** `Scopes: openid, email`. */
function labelledValues(text: string): readonly TopicValue[] {
  const [, label = '', value = ''] = /^\s*([\w ]{2,20}):\s+(\S.*)$/u.exec(text) ?? [];
  return topicValue(label, value);
}

/** A text under a name: `"client_id": "x"`. */
function jsonKeyValues(path: JsonPath, text: string): readonly TopicValue[] {
  const key = path.at(-1);
  return path.includes('json') && typeof key === 'string' ? topicValue(key, text) : [];
}

/** A row of a page, `{ "label": "Scopes", "tags": […] }`, and lists under a name in JSON. */
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

/** `localhost:9876`, under any of its names. */
function localhostPorts(text: string): readonly TopicValue[] {
  return [...text.matchAll(/\b(?:localhost|127\.0\.0\.1):(\d{2,5})\b/gu)].map(([, port = '']) => ({ about: 'localhost', value: port }));
}

/** Who is who at a company. */
function emailUsers(text: string): readonly TopicValue[] {
  return [...text.matchAll(/(?<![\w.+-])([\w.+-]+)@((?:[a-z\d-]+\.)+[a-z]{2,})(?![\w@])/giu)]
    .filter(([, name]) => name !== 'git')
    .map(([, name = '', domain = '']) => ({ about: `@${domain.toLowerCase()}`, value: name }));
}

function topicValue(name: string, value: string): readonly TopicValue[] {
  const about =
    TOPIC_BY_LABEL[
      name
        .toLowerCase()
        .replace(/^(?:user|granted|token|access)[ _-](?=scopes?$)/u, '')
        .replaceAll(/[ _-]/gu, '')
    ];
  return about === undefined || value === '' ? [] : [{ about, value: normalizeValue(about, value) }];
}

/** Without what makes no difference: the order of scopes, an address's scheme and last slash. */
function normalizeValue(about: string, value: string): string {
  if (about === 'scope')
    return [...new Set(value.split(/[\s,]+/u))]
      .filter((each) => each !== '')
      .toSorted()
      .join(' ');
  return about === 'redirect_uri' ? value.replace(/^https?:\/\//u, '').replace(/\/$/u, '') : value.trim();
}

function decodeFormValue(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
