import { splitGraphemes, isWide } from './width';

/** Punctuation that never starts a row or a word. */
export const CLOSING_PUNCTUATION: ReadonlySet<string> = new Set(
  '、。，．：；！？）」』】〉》〕］｝〗〙〛”’…—～・％‰℃ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.;:!?)]}%',
);

/** Punctuation that never ends a row. */
export const OPENING_PUNCTUATION: ReadonlySet<string> = new Set('（「『【〈《〔［｛〖〘〚“‘＄￥＃＠([{$#@');

/**
 * Splits a text into the words it is streamed in, each with the spaces after it. Two wide characters make a word, which is typical of
 * Chinese; no dictionary is used, so the result is the same everywhere.
 */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let remaining = 0;
  let before = '';
  for (const char of splitGraphemes(text)) {
    const joins =
      char.trim() === '' ||
      (before.trim() !== '' &&
        (CLOSING_PUNCTUATION.has(char) || OPENING_PUNCTUATION.has(before) || (isWide(char) === isWide(before) && remaining > 0)));
    if (words.length > 0 && joins) words.push(words.pop() + char);
    else {
      words.push(char);
      remaining = isWide(char) ? 2 : Number.POSITIVE_INFINITY;
    }
    if (CLOSING_PUNCTUATION.has(char) && isWide(char)) remaining = 0;
    else if (char.trim() !== '' && !OPENING_PUNCTUATION.has(char)) remaining -= 1;
    before = char;
  }
  return words;
}
