import { seeThrough } from './seeThrough';

/** A text of a page that may be changed. */
export interface TextSlot {
  readonly get: () => string;
  readonly set: (text: string) => void;
}

interface WordOptions {
  /** Whether words are found in capitals and small letters too, and only as whole words. @default in both, and inside of words */
  readonly match?: 'exact' | 'whole';
  /** Whether two words are found in the other order too, such as a name in a list. @default false */
  readonly inAnyOrder?: boolean;
}

/** What may stand where words have a space: white space, and what addresses and names have in its place. */
const SEPARATOR = '[\\s\\u2800_+.\\-]*';

/** Words of fewer letters are found in other case only as whole words: “Eric” is in “America”. */
const MIN_LETTERS_INSIDE = 6;

/** The ends of a word, also in names such as `acmeButton` and `ACMEButton`. */
const BEGIN = '(?:(?<!\\p{L})|(?<=\\p{Ll})(?=\\p{Lu}))';
const END = '(?:(?!\\p{L})|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}))';

/** A letter with an accent that has no form of its own is another letter. */
const NO_ACCENT = '(?![\\u0300-\\u036F])';

/**
 * Finds words in a text: however their spaces are written, whichever form their letters have, with invisible characters between, and in
 * capitals and small letters.
 */
export class WordFinder {
  /** A group for each of the words. */
  readonly #pattern: RegExp;
  readonly #words: readonly string[];
  readonly #values: readonly string[];
  readonly #options: WordOptions;
  #left: WordFinder | undefined;

  /** @param replace words and what stands in their place; the longest words are found first */
  constructor(replace: Readonly<Record<string, string>>, options: WordOptions = {}) {
    this.#options = options;
    const entries = Object.entries(replace)
      .filter(([words]) => plainText(words).trim() !== '')
      .toSorted(([a], [b]) => b.length - a.length);
    this.#words = entries.map(([words]) => words);
    this.#values = entries.map(([, value]) => value);
    this.#pattern = new RegExp(entries.map(([words]) => `(${patternOf(words, options)})`).join('|') || '(?!)', 'gu');
  }

  /** Whether there is a word to find. */
  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  /** Replaces words in texts that follow each other, also words that begin in one and end in another. Returns how many. */
  replaceIn(slots: readonly TextSlot[]): number {
    return this.isEmpty ? 0 : replaceAcross(slots, (text) => this.#find(text));
  }

  /** Replaces words in one text. */
  replace(text: string): string {
    let result = text;
    for (const { from, to, value } of this.#find(text).toReversed()) result = result.slice(0, from) + value + result.slice(to);
    return result;
  }

  /** Replaces words in a name, such as that of a class, by what may stand in names. */
  replaceInName(name: string): string {
    const changed = this.replace(name);
    if (changed === name) return name;
    const written = changed.normalize('NFC').replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
    return /^(?:--|-?[\p{L}_])/u.test(written) ? written : `x${written}`;
  }

  /** Returns the first of the words that a text still has, if none of the replacements has it. */
  leftIn(text: string): string | undefined {
    return this.#withoutValues().#firstIn(text);
  }

  #firstIn(text: string): string | undefined {
    if (this.isEmpty) return undefined;
    this.#pattern.lastIndex = 0;
    const match = this.#pattern.exec(plainText(text));
    return match ? this.#words.find((_, at) => match[at + 1] !== undefined) : undefined;
  }

  /** Returns a finder of the words that no replacement has: those may be in what is published. */
  #withoutValues(): WordFinder {
    this.#left ??= new WordFinder(
      Object.fromEntries(
        this.#words.filter((word) => !this.#values.some((value) => folded(value).includes(folded(word)))).map((word) => [word, '']),
      ),
      { ...this.#options, inAnyOrder: true },
    );
    return this.#left;
  }

  #find(text: string): readonly Found[] {
    if (this.isEmpty) return [];
    const { plain, fromOf, toOf } = seeThrough(text);
    return [...plain.matchAll(this.#pattern)].map((match) => {
      const at = this.#words.findIndex((_, index) => match[index + 1] !== undefined);
      const value = inCaseOf(match[0], this.#words[at]!, this.#values[at]!);
      return { from: fromOf(match.index), to: toOf(match.index + match[0].length), value };
    });
  }
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

function plainText(text: string): string {
  return seeThrough(text).plain;
}

function folded(text: string): string {
  return plainText(text).toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/** Returns what stands in the place of a match: in capitals if the words are, unless variables are in it. */
function inCaseOf(match: string, words: string, value: string): string {
  if (value.includes('{{') || !/\p{L}/u.test(match)) return value;
  const [upper, lower] = [match.toUpperCase(), match.toLowerCase()];
  if (match === upper && match.length > 1 && words !== words.toUpperCase()) return value.toUpperCase();
  return match === lower && words !== words.toLowerCase() ? value.toLowerCase() : value;
}

function patternOf(words: string, { match, inAnyOrder = false }: WordOptions): string {
  const parts = plainText(words).trim().split(/\s+/u);
  const written = (pattern: (character: string) => string): string =>
    parts.map((part) => Array.from(part, pattern).join('')).join(SEPARATOR) + NO_ACCENT;
  const exact = written(escape);
  if (match === 'exact') return exact;
  const anyCase = written(anyCaseOf);
  const isLong = (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= MIN_LETTERS_INSIDE;
  const whole = `${BEGIN}${anyCase}${END}`;
  const found = match === 'whole' ? whole : isLong ? anyCase : `${exact}|${whole}`;
  if (!inAnyOrder || parts.length !== 2 || parts.some((part) => !/\p{L}{2}/u.test(part))) return found;
  const [last, first] = parts.map((part) => BEGIN + Array.from(part, anyCaseOf).join('') + END);
  return `${found}|${first}[\\s,;]+${last}`;
}

function escape(character: string): string {
  return character.replaceAll(/[$()*+.?[\\\]^{|}/-]/gu, '\\$&');
}

/** Returns a pattern of all forms of a letter. */
function anyCaseOf(character: string): string {
  // The letters of Turkish have other pairs.
  if (/[iıİ]/iu.test(character)) return '(?:i\\u0307|[iIıİ])';
  if (/ß/iu.test(character)) return '(?:ss|SS|[ßẞ])';
  const forms = new Set([character, character.toLowerCase(), character.toUpperCase()].map(escape));
  return forms.size === 1 ? [...forms][0]! : `(?:${[...forms].join('|')})`;
}

function replaceAcross(slots: readonly TextSlot[], find: (text: string) => readonly Found[]): number {
  const texts = slots.map((slot) => slot.get());
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length;
  }
  const matches = find(texts.join(''));
  // From the end, so that the places of those before stay.
  for (const { from, to, value } of matches.toReversed()) {
    let isFirst = true;
    for (let at = lastStartUpTo(starts, from); at < texts.length && starts[at]! < to; at += 1) {
      const text = texts[at]!;
      const [begin, end] = [Math.max(0, from - starts[at]!), Math.min(text.length, to - starts[at]!)];
      if (begin >= end) continue;
      texts[at] = text.slice(0, begin) + (isFirst ? value : '') + text.slice(end);
      isFirst = false;
    }
  }
  if (matches.length > 0) slots.forEach((slot, at) => slot.get() === texts[at] || slot.set(texts[at]!));
  return matches.length;
}

/** Returns the index of the last number that is not greater. */
function lastStartUpTo(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  // Texts without characters before it begin at the same place.
  while (low > 0 && starts[low - 1] === starts[low]) low -= 1;
  return low;
}
