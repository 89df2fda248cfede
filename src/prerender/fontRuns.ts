import { clustersOf } from '../core/terminal/width';

/** An emoji as filled paths, for where no font has it: from below, y downwards from the baseline. */
export interface EmojiPicture {
  /** Units of the paths to the em. */
  readonly units: number;
  readonly layers: readonly { readonly d: string; readonly fill: string; readonly opacity: number }[];
}

/** What text on the card is drawn with. */
export interface Pen {
  /** How wide `text` is, in pixels, emoji left out. */
  readonly measure: (text: string, size: number, weight: number) => number;
  readonly emoji: (cluster: string) => EmojiPicture | undefined;
}

/** Widths of an emoji on a line of text, in em: as wide as in the page's own fonts. */
export const EMOJI_ADVANCE = 1.204;

/** A stretch of text that one font draws, or an emoji. */
export interface Stretch {
  readonly text: string;
  readonly picture: EmojiPicture | undefined;
}

/** `text` parted at its emoji. */
export function stretchesOf(text: string, emoji: Pen['emoji']): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const cluster of clustersOf(text)) {
    const picture = emoji(cluster);
    const last = stretches.at(-1);
    if (last && !picture && !last.picture) stretches[stretches.length - 1] = { text: last.text + cluster, picture };
    else stretches.push({ text: cluster, picture });
  }
  return stretches;
}

/** How wide each of `stretches` is, in pixels. Blanks at the ends count, though they draw nothing. */
export function stretchWidths(stretches: readonly Stretch[], { measure }: Pen, size: number, weight: number): readonly number[] {
  if (stretches.length === 1 && !stretches[0]?.picture) return [measure(stretches[0]!.text, size, weight)];
  const bar = measure('||', size, weight);
  return stretches.map(({ text, picture }) => (picture ? EMOJI_ADVANCE * size : measure(`|${text}|`, size, weight) - bar));
}
