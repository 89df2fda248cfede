import { findPrivateText, type PrivateText } from '../../secrets/findPrivateText';

/** A name or secret in a recording that others should not read. */
export interface PrivateName {
  readonly kind: PrivateText['kind'];
  /** What it is, with an article. */
  readonly label: string;
  readonly value: string;
  /** How many of the texts have it. */
  readonly count: number;
}

/** Texts are searched in parts of this length, in characters. */
const PART_LENGTH = 50_000;

/** User and host in a prompt, and those that say nothing of a person. */
const PROMPT_NAMES = /(?:^|[\s([])(?<user>[\w.-]+)@(?<host>[\w.-]+)/u;
const COMMON_USER =
  /^(?:root|me|you|user|admin|ann|bob|demo|guest|ubuntu|debian|vagrant|node|runner|vscode|pi|git|dev|test|app|www-data)$/iu;
const COMMON_HOST = new RegExp(
  '^(?:localhost|laptop|desktop|pc|host|server|machine|computer|box|vm|demo|dev|docker|container|' +
    String.raw`ubuntu|debian|fedora|arch|nixos|alpine|macbook|raspberrypi|example(?:\..*)?)$`,
  'iu',
);

/** Returns the names and secrets in the texts of a recording, each once, longest first. `prompts` have names of user and host. */
export function findPrivateNames(texts: readonly string[], prompts: readonly string[]): readonly PrivateName[] {
  const found = new Map<string, Omit<PrivateName, 'count'>>();
  const add = (name: Omit<PrivateName, 'count'>): void => {
    if (name.value.trim().length > 1 && !found.has(name.value)) found.set(name.value, name);
  };
  for (const prompt of new Set(prompts)) {
    const { user, host } = PROMPT_NAMES.exec(prompt)?.groups ?? {};
    if (user !== undefined && !COMMON_USER.test(user)) add({ kind: 'user', label: 'the name of a user', value: user });
    if (host !== undefined && !COMMON_HOST.test(host)) add({ kind: 'host', label: 'the name of a computer', value: host });
  }
  for (const part of partsOf([...new Set(texts)])) for (const { kind, label, value } of findPrivateText(part)) add({ kind, label, value });
  return [...found.values()]
    .map((name) => ({ ...name, count: texts.filter((text) => text.includes(name.value)).length }))
    .toSorted((a, b) => b.value.length - a.value.length);
}

function* partsOf(texts: readonly string[]): Generator<string> {
  let part = '';
  for (const text of texts) {
    if (part.length + text.length > PART_LENGTH && part !== '') {
      yield part;
      part = '';
    }
    for (let at = 0; at < text.length || at === 0; at += PART_LENGTH) part += `${text.slice(at, at + PART_LENGTH)}\n`;
  }
  yield part;
}
