import type { InlineText } from '../../../core/inlineText';
import { splitGraphemes, textWidth as cellsOf } from '../../../core/terminal/width';

/** A piece of text between two places where a line may break. Widths are in em. */
export interface Word {
  readonly width: number;
  /** Width of the space after it; 0 where a line may break without one. */
  readonly space: number;
}

/** Widths of the printable characters of ASCII from U+0020 in the semi-bold weight of the bundled font, in hundredths of an em. */
const ASCII_WIDTHS = (
  '25 32 52 64 66 101 66 33 37 37 54 67 32 47 32 38 66 42 62 63 67 61 64 58 64 64 32 33 67 67 67 55 100 72 65 73 72 60 58 ' +
  '75 74 27 58 70 56 92 76 77 64 77 65 66 66 73 73 102 72 71 66 38 38 37 49 47 35 58 62 58 62 59 39 63 62 27 27 58 27 91 62 ' +
  '60 62 63 40 55 35 62 59 84 57 59 57 46 36 46 68'
)
  .split(' ')
  .map((width) => Number(width) / 100);

/** Of other scripts, about the average: two cells are one em. */
const CELL_WIDTH = 0.5;
const OTHER_WIDTH = 0.62;
const CODE_WIDTH = 0.56;
const CODE_PADDING = 0.56;

/** Scripts without spaces between words. Browsers break Thai and its neighbours by a dictionary, at about every fourth letter. */
const BREAKS_ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Returns the width of one grapheme cluster in em. */
function clusterWidth(cluster: string): number {
  const code = cluster.codePointAt(0) ?? 0;
  const ascii = cluster.length === 1 ? ASCII_WIDTHS[code - 0x20] : undefined;
  if (ascii !== undefined) return ascii;
  const cells = cellsOf(cluster);
  return cells === 1 ? OTHER_WIDTH : cells * CELL_WIDTH;
}

/** Splits a text into words, with estimated widths. Without a browser they are about right for any font for text. */
export function wordsOf(text: InlineText): readonly Word[] {
  const words: Word[] = [];
  /** The word that may still go on, as across the end of a style. */
  let open = 0;
  const close = (space: number): void => {
    if (open > 0) words.push({ width: open, space });
    open = 0;
  };
  const visit = (runs: InlineText, isCode: boolean): void => {
    for (const run of runs) {
      if (typeof run !== 'string') {
        if (run.style === 'code') open += CODE_PADDING;
        visit(run.text, isCode || run.style === 'code');
        continue;
      }
      for (const cluster of splitGraphemes(run)) {
        const width = isCode ? CODE_WIDTH * cellsOf(cluster) : clusterWidth(cluster);
        if (cluster === ' ') close(width);
        else if (BREAKS_ANYWHERE.test(cluster)) {
          close(0);
          words.push({ width, space: 0 });
        } else if (/\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u.test(cluster) && open > 2) {
          close(0);
          open = width;
        } else open += width;
      }
    }
  };
  visit(text, false);
  close(0);
  return words;
}

/** Returns how many lines words take in `width` em. A word that is wider than a line breaks anywhere. */
export function lineCount(words: readonly Word[], width: number): number {
  let lines = 1;
  let used = 0;
  let space = 0;
  for (const word of words) {
    if (used > 0 && used + space + word.width > width) {
      lines += 1;
      used = 0;
    }
    used = used === 0 ? word.width : used + space + word.width;
    if (used > width) {
      lines += Math.ceil(used / width) - 1;
      used %= width;
    }
    space = word.space;
  }
  return lines;
}

/** Returns the width of the longest word, in em. */
export function longestWord(words: readonly Word[]): number {
  return words.reduce((longest, { width }) => Math.max(longest, width), 0);
}
