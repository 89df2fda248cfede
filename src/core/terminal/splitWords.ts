import { clustersOf, isWide } from './width';

/** Punctuation that never stands first on a row, and never arrives alone: it belongs to what it closes. */
export const CLOSING: ReadonlySet<string> = new Set(
  '、。，．：；！？）」』】〉》〕］｝〗〙〛”’…—～・％‰℃ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.;:!?)]}%',
);

/** Punctuation that never stands last on a row. */
export const OPENING: ReadonlySet<string> = new Set('（「『【〈《〔［｛〖〘〚“‘＄￥＃＠([{$#@');

/**
 * The words of a text as they are streamed, each with the spaces behind it. Where a script has no spaces, two wide
 * characters make a word, as they mostly do in Chinese; no dictionary, so every machine cuts alike.
 */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let room = 0;
  let before = '';
  for (const char of clustersOf(text)) {
    const joins =
      char.trim() === '' ||
      (before.trim() !== '' && (CLOSING.has(char) || OPENING.has(before) || (isWide(char) === isWide(before) && room > 0)));
    if (words.length > 0 && joins) words.push(words.pop() + char);
    else {
      words.push(char);
      room = isWide(char) ? 2 : Number.POSITIVE_INFINITY;
    }
    if (CLOSING.has(char) && isWide(char)) room = 0;
    else if (char.trim() !== '' && !OPENING.has(char)) room -= 1;
    before = char;
  }
  return words;
}
