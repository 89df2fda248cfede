import { splitGraphemes, isWide } from './width';

/** Punctuation that never stands first on a row, and never arrives alone: it belongs to what it closes. */
export const CLOSING_PUNCTUATION: ReadonlySet<string> = new Set(
  '、。，．：；！？）」』】〉》〕］｝〗〙〛”’…—～・％‰℃ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.;:!?)]}%',
);

/** Punctuation that never stands last on a row. */
export const OPENING_PUNCTUATION: ReadonlySet<string> = new Set('（「『【〈《〔［｛〖〘〚“‘＄￥＃＠([{$#@');

/**
 * The words of a text as they are streamed, each with the spaces behind it. Where a script has no spaces, two wide
 * characters make a word, as they mostly do in Chinese; no dictionary, so every machine cuts alike.
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
