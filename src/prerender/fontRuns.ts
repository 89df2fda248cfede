import { splitGraphemes } from '../core/terminal/width';

/** An emoji as filled paths, bottom layer first. y points down from the baseline. */
export interface EmojiPaths {
  /** Units per em. */
  readonly units: number;
  readonly layers: readonly { readonly d: string; readonly fill: string; readonly opacity: number }[];
}

/** Measures and draws text on the card. */
export interface CardFonts {
  /** Returns the width of `text` without emoji, in pixels. */
  readonly measure: (text: string, size: number, weight: number) => number;
  readonly emoji: (cluster: string) => EmojiPaths | undefined;
}

/** Width of an emoji in a line of text, in em, as in the page's own fonts. */
export const EMOJI_ADVANCE_EM = 1.204;

/** Text without emoji, or one emoji. */
export interface FontRun {
  readonly text: string;
  readonly emoji: EmojiPaths | undefined;
}

/** Splits `text` at its emoji. */
export function splitFontRuns(text: string, emoji: CardFonts['emoji']): readonly FontRun[] {
  const runs: FontRun[] = [];
  for (const cluster of splitGraphemes(text)) {
    const paths = emoji(cluster);
    const last = runs.at(-1);
    if (last && !paths && !last.emoji) runs[runs.length - 1] = { text: last.text + cluster, emoji: paths };
    else runs.push({ text: cluster, emoji: paths });
  }
  return runs;
}

/** Returns the width of each run, in pixels, spaces at the ends included. */
export function fontRunWidths(runs: readonly FontRun[], { measure }: CardFonts, size: number, weight: number): readonly number[] {
  if (runs.length === 1 && !runs[0]?.emoji) return [measure(runs[0]!.text, size, weight)];
  const bar = measure('||', size, weight);
  return runs.map(({ text, emoji }) => (emoji ? EMOJI_ADVANCE_EM * size : measure(`|${text}|`, size, weight) - bar));
}
