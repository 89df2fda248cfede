import { valueAt, type Path } from '../compiler/story/jsonPath';
import type { Document } from '../compiler/story/parseJsonFile';
import { walk, type Subject } from './checkInput';

/** Something a story says of its world, in one place: “the port on localhost is 9876”. */
export interface Fact {
  /** What it is about; two facts about the same thing should agree. */
  readonly about: string;
  /** What it says, in a form that can be compared. */
  readonly value: string;
  readonly document: Document;
  readonly path: Path;
}

type Said = Pick<Fact, 'about' | 'value'>;

/** OAuth's parameters, which go round unchanged between the addresses of one sign-in. */
const PARAMETERS = ['client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'code', 'code_challenge'] as const;
const PARAMETER = new RegExp(`([?&"'\\s]|^)(${PARAMETERS.join('|')})=([^\\s&"'<>]+)`, 'gu');
/** Of those, the names that mean other things outside of an address. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['scope', 'state', 'nonce', 'code']);

/** What names in JSON and labels in text are about, however they are spelt. */
const NAMES: Readonly<Record<string, string>> = {
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
export function factsIn({ index, scenes, texts }: Subject): readonly Fact[] {
  const spoken = texts
    .filter(({ path, surface }) => surface !== 'none' && surface !== 'wire' && path.at(-1) !== 'placeholder')
    .flatMap(({ document, path, shown }) =>
      [...inAddresses(shown), ...inLabels(shown), ...inNames(path, shown), ...onLocalhost(shown), ...inMail(shown)].map((said): Fact => ({
        ...said,
        document,
        path,
      })),
    );
  const shownAt = new Map(texts.map(({ document, path, shown }) => [keyOf(document, path), shown]));
  const told = [index, ...scenes].flatMap((document) =>
    [...walk(document.value)].flatMap(([path, value]) =>
      inObject(value, (keys) => shownAt.get(keyOf(document, [...path, ...keys]))).map((said): Fact => ({ ...said, document, path })),
    ),
  );
  return [...spoken, ...told].filter(({ value }) => value !== '' && !/…|\.\.\./u.test(value));
}

function keyOf({ file }: Document, path: Path): string {
  return JSON.stringify([file, ...path]);
}

/** `?state=x&client_id=y`, in an address bar, a command or a request. */
function inAddresses(text: string): readonly Said[] {
  const found = [...text.matchAll(PARAMETER)].flatMap(([, before = '', name = '', raw = '']): Said[] => {
    if (AMBIGUOUS.has(name) && before !== '?' && before !== '&') return [];
    return [{ about: name, value: comparable(name, unescape(raw.replace(/[.,;:)\]]+$/u, ''))) }];
  });
  // Whoever is sent a code is where the sign-in was to come back to.
  const back = text
    .split(/\s+/u)
    .map(beforeCode)
    .find((address) => address !== undefined);
  return back === undefined ? found : [...found, { about: 'redirect_uri', value: comparable('redirect_uri', back) }];
}

/** What stands before the question mark of an address with a code and a state. A regular expression over a long word would take minutes. */
function beforeCode(word: string): string | undefined {
  const isAnswer = (query: string): boolean => /\bcode=/u.test(query) && /\bstate=/u.test(query);
  if (!isAnswer(word)) return undefined;
  let at = word.lastIndexOf('?');
  while (at > 0 && !isAnswer(word.slice(at + 1))) at = word.lastIndexOf('?', at - 1);
  return at > 0 ? word.slice(0, at) : undefined;
}

/** `Scopes: openid, email`. */
function inLabels(text: string): readonly Said[] {
  const [, label = '', value = ''] = /^\s*([\w ]{2,20}):\s+(\S.*)$/u.exec(text) ?? [];
  return named(label, value);
}

/** A text under a name: `"client_id": "x"`. */
function inNames(path: Path, text: string): readonly Said[] {
  const key = path.at(-1);
  return path.includes('json') && typeof key === 'string' ? named(key, text) : [];
}

/** A row of a page, `{ "label": "Scopes", "tags": […] }`, and lists under a name in JSON. */
function inObject(value: unknown, shown: (keys: Path) => string | undefined): readonly Said[] {
  const list = (key: string): string => {
    const items = valueAt(value, [key]);
    return Array.isArray(items) ? items.map((_, at) => shown([key, at]) ?? '').join(' ') : '';
  };
  const label = valueAt(value, ['label']);
  if (typeof label === 'string') return [...named(label, shown(['value']) ?? ''), ...named(label, list('tags'))];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value).flatMap((key) => named(key, list(key)));
}

/** `localhost:9876`, under any of its names. */
function onLocalhost(text: string): readonly Said[] {
  return [...text.matchAll(/\b(?:localhost|127\.0\.0\.1):(\d{2,5})\b/gu)].map(([, port = '']) => ({ about: 'localhost', value: port }));
}

/** Who is who at a company. */
function inMail(text: string): readonly Said[] {
  return [...text.matchAll(/(?<![\w.+-])([\w.+-]+)@((?:[a-z\d-]+\.)+[a-z]{2,})(?![\w@])/giu)]
    .filter(([, name]) => name !== 'git')
    .map(([, name = '', domain = '']) => ({ about: `@${domain.toLowerCase()}`, value: name }));
}

function named(name: string, value: string): readonly Said[] {
  const about =
    NAMES[
      name
        .toLowerCase()
        .replace(/^(?:user|granted|token|access)[ _-](?=scopes?$)/u, '')
        .replaceAll(/[ _-]/gu, '')
    ];
  return about === undefined || value === '' ? [] : [{ about, value: comparable(about, value) }];
}

/** Without what makes no difference: the order of scopes, an address's scheme and last slash. */
function comparable(about: string, value: string): string {
  if (about === 'scope')
    return [...new Set(value.split(/[\s,]+/u))]
      .filter((each) => each !== '')
      .toSorted()
      .join(' ');
  return about === 'redirect_uri' ? value.replace(/^https?:\/\//u, '').replace(/\/$/u, '') : value.trim();
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
