import { splitGraphemes } from '../core/terminal/width';

/** An emoji as filled paths, for where no font has it: from below, y downwards from the baseline. */
export interface EmojiPaths {
  /** Units of the paths to the em. */
  readonly units: number;
  readonly layers: readonly { readonly d: string; readonly fill: string; readonly opacity: number }[];
}

/** What text on the card is drawn with. */
export interface CardFonts {
  /** How wide `text` is, in pixels, emoji left out. */
  readonly measure: (text: string, size: number, weight: number) => number;
  readonly emoji: (cluster: string) => EmojiPaths | undefined;
}

/** Widths of an emoji on a line of text, in em: as wide as in the page's own fonts. */
export const EMOJI_ADVANCE_EM = 1.204;

/** A stretch of text that one font draws, or an emoji. */
export interface FontRun {
  readonly text: string;
  readonly emoji: EmojiPaths | undefined;
}

/** `text` parted at its emoji. */
export function splitFontRuns(text: string, emoji: CardFonts['emoji']): readonly FontRun[] {
  const stretches: FontRun[] = [];
  for (const cluster of splitGraphemes(text)) {
    const picture = emoji(cluster);
    const last = stretches.at(-1);
    if (last && !picture && !last.emoji) stretches[stretches.length - 1] = { text: last.text + cluster, emoji: picture };
    else stretches.push({ text: cluster, emoji: picture });
  }
  return stretches;
}

/** How wide each of `stretches` is, in pixels. Blanks at the ends count, though they draw nothing. */
export function fontRunWidths(stretches: readonly FontRun[], { measure }: CardFonts, size: number, weight: number): readonly number[] {
  if (stretches.length === 1 && !stretches[0]?.emoji) return [measure(stretches[0]!.text, size, weight)];
  const bar = measure('||', size, weight);
  return stretches.map(({ text, emoji }) => (emoji ? EMOJI_ADVANCE_EM * size : measure(`|${text}|`, size, weight) - bar));
}
