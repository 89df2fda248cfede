import type { ReactElement } from 'react';
import { cardFontFamily } from './cardFontFamily';
import { firstDirection, leftToRightSpans, type Direction } from '../core/direction';
import { EMOJI_ADVANCE_EM, splitFontRuns, fontRunWidths, type EmojiPaths, type CardFonts } from './fontRuns';

export interface CardTextProps {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  /** @default 400 */
  readonly weight?: number;
  readonly fill: string;
  /** The part of the text that is at `x`: left end, middle or right end. @default 'start' */
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  /** @default direction of the first letter */
  readonly direction?: Direction | undefined;
  readonly fonts: CardFonts;
}

const BIDI_EMBEDDING = { rtl: '\u202B', ltr: '\u202A', end: '\u202C' } as const;

/** Returns `text` with control characters that make it read from right to left, its left-to-right parts from left to right. */
function embedRightToLeft(text: string): string {
  const inner = leftToRightSpans(text)
    .toReversed()
    .reduce(
      (all, [from, to]) => `${all.slice(0, from)}${BIDI_EMBEDDING.ltr}${all.slice(from, to)}${BIDI_EMBEDDING.end}${all.slice(to)}`,
      text,
    );
  return `${BIDI_EMBEDDING.rtl}${inner}${BIDI_EMBEDDING.end}`;
}

/** A line of text on the card. Emoji are drawn as paths. */
export function CardText({
  text: storyText,
  x,
  y,
  size,
  weight = 400,
  fill,
  anchor = 'start',
  direction = firstDirection(storyText),
  fonts,
}: CardTextProps): ReactElement {
  // The rasterizer takes the direction from control characters only.
  const text = direction === 'rtl' ? embedRightToLeft(storyText) : storyText;
  const runs = splitFontRuns(text, fonts.emoji);
  const type = { y, fontFamily: cardFontFamily(text), fontSize: size, fontWeight: weight, fill };
  if (runs.every(({ emoji }) => !emoji)) {
    return (
      <text x={x} {...type} {...(anchor === 'start' ? {} : { textAnchor: anchor })}>
        {text}
      </text>
    );
  }
  const widths = fontRunWidths(runs, fonts, size, weight);
  const start = x - widths.reduce((sum, width) => sum + width, 0) * { start: 0, middle: 0.5, end: 1 }[anchor];
  return (
    <>
      {runs.map((run, index) => {
        const left = start + widths.slice(0, index).reduce((sum, width) => sum + width, 0);
        if (run.emoji)
          return <CardEmoji key={index} paths={run.emoji} x={left + ((EMOJI_ADVANCE_EM - 1) / 2) * size} y={y} size={size} fill={fill} />;
        return (
          <text key={index} x={left.toFixed(2)} xmlSpace="preserve" {...type}>
            {run.text}
          </text>
        );
      })}
    </>
  );
}

interface CardEmojiProps {
  readonly paths: EmojiPaths;
  readonly x: number;
  readonly y: number;
  /** One em, in pixels. */
  readonly size: number;
  /** Colour of the text around it, for layers in `currentColor`. */
  readonly fill: string;
}

export function CardEmoji({ paths: { units, layers }, x, y, size, fill }: CardEmojiProps): ReactElement {
  return (
    <g transform={`translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${(size / units).toFixed(5)})`} color={fill}>
      {layers.map((layer, index) => (
        <path key={index} d={layer.d} fill={layer.fill} {...(layer.opacity < 1 ? { fillOpacity: layer.opacity } : {})} />
      ))}
    </g>
  );
}
