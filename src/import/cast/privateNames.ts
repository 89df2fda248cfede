import { findPrivateText } from '../../secrets/findPrivateText';
import { COMMON_USERS } from '../../secrets/privatePatterns';
import { placesOf } from './places';
import { findPromptNames, type FoundName } from './promptNames';

/** A name or secret in a recording that others should not read. */
export interface PrivateName extends FoundName {
  /** How many of the texts have it. */
  readonly count: number;
}

/** Texts are searched in parts of this length, in characters. */
const PART_LENGTH = 50_000;

/** Parts of a full name that are shorter, such as an initial, are no names by themselves. */
const MIN_LENGTH_OF_PART = 3;

/** Returns the names and secrets in the texts of a recording, each once, longest first. `prompts` have names of user and host. */
export function findPrivateNames(texts: readonly string[], prompts: readonly string[]): readonly PrivateName[] {
  const found = new Map<string, FoundName>();
  const add = (name: FoundName): void => {
    if (name.value.trim().length > 1 && !found.has(name.value)) found.set(name.value, name);
  };
  for (const name of findPromptNames(texts, prompts)) add(name);
  // Where a password was asked for and nothing is shown of it, the next prompt may stand on the same line.
  const isPrompt = (value: string): boolean => prompts.some((prompt) => prompt.includes(value));
  for (const part of partsOf(texts))
    for (const { kind, label, value } of findPrivateText(part)) if (kind !== 'password' || !isPrompt(value)) add({ kind, label, value });
  for (const { kind, label, value } of found.values())
    if (kind === 'user' && /\s/u.test(value))
      for (const part of value.split(/\s+/u))
        if (part.length >= MIN_LENGTH_OF_PART && !COMMON_USERS.test(part)) add({ kind, label, value: part });
  return [...found.values()]
    .map((name) => ({ ...name, count: texts.filter((text) => placesOf(text, name.value).length > 0).length }))
    .toSorted((a, b) => b.value.length - a.value.length);
}

/** Yields texts, a line each. A line may be there again: what a secret is may stand before and after it. */
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
