import { splitWords } from '../core/terminal/splitWords';
import { splitGraphemes } from '../core/terminal/width';

type Fits = (text: string) => boolean;

/** Returns at most `maxLines` lines of `text` that fit. Where text is left out, the last line ends in an ellipsis. */
export function fitText(text: string, maxLines: number, fits: Fits): readonly string[] {
  const lines = wrapText(text, maxLines, fits);
  if (lines.length <= maxLines) return lines;
  const line = lines[maxLines - 1] ?? '';
  const words = splitWords(line);
  const parts = words.length > 1 ? words : splitGraphemes(line);
  const shortened = (count: number): string => {
    const kept = parts.slice(0, count).join('');
    return `${kept.replace(/[\s.,;:–—、。，；：-]+$/u, '')} …`;
  };
  let count = parts.length - 1;
  while (count > 1 && !fits(shortened(count))) count -= 1;
  return [...lines.slice(0, maxLines - 1), shortened(count)];
}

/**
 * Breaks `text` into lines that fit: between words, or where a script without spaces allows it. A word wider than a line
 * breaks anywhere. Stops after line `maxLines + 1`, because measuring is slow.
 */
export function wrapText(text: string, maxLines: number, fits: Fits): string[] {
  const lines: string[] = [];
  for (const word of splitWords(text)) {
    const longer = (lines.at(-1) ?? '') + word;
    if (fits(longer.trimEnd())) lines.splice(-1, 1, longer);
    else for (const piece of breakWord(word, maxLines - lines.length + 1, fits)) lines.push(piece);
    if (lines.length > maxLines) break;
  }
  return lines.map((line) => line.trimEnd());
}

/** Returns the first `maxPieces` pieces of `word`, each as long as fits. */
function breakWord(word: string, maxPieces: number, fits: Fits): string[] {
  const pieces: string[] = [];
  let rest = splitGraphemes(word);
  while (rest.length > 0 && pieces.length < maxPieces) {
    let [longest, tooLong] = fits(rest.join('').trimEnd()) ? [rest.length, rest.length + 1] : [1, rest.length];
    while (tooLong - longest > 1) {
      const middle = Math.floor((longest + tooLong) / 2);
      if (fits(rest.slice(0, middle).join(''))) longest = middle;
      else tooLong = middle;
    }
    pieces.push(rest.slice(0, longest).join(''));
    rest = rest.slice(longest);
  }
  return pieces;
}
