export type Direction = 'ltr' | 'rtl';

/** A letter in a Unicode block of right-to-left scripts, such as Hebrew and Arabic. */
const RIGHT_TO_LEFT = /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const LETTER = /\p{L}/u;

/** Whether `text` contains right-to-left letters. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Returns the direction of the first letter of `text`; undefined without letters. */
export function firstDirection(text: string): Direction | undefined {
  const [letter] = LETTER.exec(text) ?? [];
  return letter === undefined ? undefined : isRightToLeft(letter) ? 'rtl' : 'ltr';
}

const LEADING_PUNCTUATION = /^["'“‘«([{<]+/u;
const TRAILING_PUNCTUATION = /["'”’»)\]}>.,;:!?…،؛؟]+$/u;
const HAS_WORD = /[\p{L}\p{N}]/u;
const WORD_EDGES = /^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/su;

/**
 * Returns the spans of right-to-left `text` that must stay left to right, such as paths, options and addresses, in UTF-16 units.
 * The bidirectional algorithm would move punctuation at their edges, as in "~/project".
 */
export function leftToRightSpans(text: string): readonly (readonly [from: number, to: number])[] {
  const spans: [number, number][] = [];
  let open: [number, number] | undefined;
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const from = index + (LEADING_PUNCTUATION.exec(word)?.[0].length ?? 0);
    const core = text.slice(from, index + word.length).replace(TRAILING_PUNCTUATION, '');
    if (isRightToLeft(word)) open = undefined;
    else if (HAS_WORD.test(core)) {
      // A number alone extends the span before it and starts none.
      if (open) open[1] = from + core.length;
      else if (/\p{L}/u.test(core) || !WORD_EDGES.test(core)) spans.push((open = [from, from + core.length]));
    }
  }
  return spans.filter(([from, to]) => !WORD_EDGES.test(text.slice(from, to)));
}
