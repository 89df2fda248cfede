/** A text of a page that may be changed. */
export interface TextSlot {
  readonly get: () => string;
  readonly set: (text: string) => void;
}

/** White space of every kind, and characters without width, which may stand between and inside of words. */
const SPACE = '[\\s\\u00A0\\u1680\\u2000-\\u200D\\u202F\\u205F\\u2060\\u3000\\uFEFF\\u00AD]';
const INVISIBLE = '[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]';

/** Finds words in a text, however their spaces are written, and whichever form their accents have. */
export class WordFinder {
  /** A group for each of the words. */
  readonly #pattern: RegExp;
  readonly #values: readonly string[];

  /** @param replace words and what stands in their place; the longest words are found first */
  constructor(replace: Readonly<Record<string, string>>) {
    const entries = Object.entries(replace)
      .filter(([words]) => words.trim() !== '')
      .toSorted(([a], [b]) => b.length - a.length);
    this.#values = entries.map(([, value]) => value);
    this.#pattern = new RegExp(entries.map(([words]) => `(${patternOf(words)})`).join('|') || '(?!)', 'gu');
  }

  /** Replaces words in texts that follow each other, also words that begin in one and end in another. Returns how many. */
  replaceIn(slots: readonly TextSlot[]): number {
    return replaceAcross(slots, this.#pattern, (match) => this.#valueOf(match));
  }

  /** Replaces words in one text. */
  replace(text: string): string {
    return text.replace(this.#pattern, (...match) => this.#valueOf(match));
  }

  /** Replaces words in a name, such as that of a class, by what may stand in names. */
  replaceInName(name: string): string {
    return name.replace(this.#pattern, (...match) => this.#valueOf(match).replaceAll(/[^\p{L}\p{N}_-]+/gu, '-'));
  }

  /** Whether a text still has words that were to be replaced, and that no replacement has. */
  isLeftIn(text: string): boolean {
    return [...text.matchAll(this.#pattern)].some(([found]) => !this.#values.some((value) => value.includes(found)));
  }

  /** Returns what stands in the place of a match. */
  #valueOf(match: readonly unknown[]): string {
    return this.#values.find((_, at) => match[at + 1] !== undefined) ?? '';
  }
}

function patternOf(words: string): string {
  const parts = words.trim().split(new RegExp(`${SPACE}+`, 'u'));
  return parts.map((part) => Array.from(part.normalize('NFC'), characterPattern).join(`${INVISIBLE}*`)).join(`${SPACE}*`);
}

function characterPattern(character: string): string {
  const forms = new Set([character, character.normalize('NFD')].map((form) => form.replaceAll(/[$()*+.?[\\\]^{|}/-]/gu, '\\$&')));
  return forms.size === 1 ? [...forms][0]! : `(?:${[...forms].toReversed().join('|')})`;
}

function replaceAcross(slots: readonly TextSlot[], pattern: RegExp, valueOf: (match: RegExpExecArray) => string): number {
  const texts = slots.map((slot) => slot.get());
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length;
  }
  const matches = [...texts.join('').matchAll(pattern)];
  // From the end, so that the places of those before stay.
  for (const match of matches.toReversed()) {
    const [from, to] = [match.index, match.index + match[0].length];
    let isFirst = true;
    for (let at = lastStartUpTo(starts, from); at < texts.length && starts[at]! < to; at += 1) {
      const text = texts[at]!;
      const [begin, end] = [Math.max(0, from - starts[at]!), Math.min(text.length, to - starts[at]!)];
      if (begin >= end) continue;
      texts[at] = text.slice(0, begin) + (isFirst ? valueOf(match) : '') + text.slice(end);
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
