import type { ReactElement } from 'react';
import { EMOJI_ADVANCE, stretchesOf, stretchWidths, type EmojiPicture, type Pen } from './emoji';

interface LabelProps {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly family: string;
  readonly size: number;
  /** @default 400 */
  readonly weight?: number;
  readonly fill: string;
  /** Whether `x` is the middle of the text, not its start. */
  readonly centred?: boolean;
  readonly pen: Pen;
}

/** A line of text on the card, its emoji drawn as paths. */
export function Label({ text, x, y, family, size, weight = 400, fill, centred = false, pen }: LabelProps): ReactElement {
  const stretches = stretchesOf(text, pen.emoji);
  const type = { y, fontFamily: family, fontSize: size, fontWeight: weight, fill };
  if (stretches.every(({ picture }) => !picture)) {
    return (
      <text x={x} {...type} {...(centred ? { textAnchor: 'middle' } : {})}>
        {text}
      </text>
    );
  }
  const widths = stretchWidths(stretches, pen, size, weight);
  const start = centred ? x - widths.reduce((sum, width) => sum + width, 0) / 2 : x;
  return (
    <>
      {stretches.map((stretch, index) => {
        const left = start + widths.slice(0, index).reduce((sum, width) => sum + width, 0);
        if (stretch.picture) return <Emoji key={index} picture={stretch.picture} x={left + ((EMOJI_ADVANCE - 1) / 2) * size} y={y} size={size} fill={fill} />;
        return (
          <text key={index} x={left.toFixed(2)} xmlSpace="preserve" {...type}>
            {stretch.text}
          </text>
        );
      })}
    </>
  );
}

interface EmojiProps {
  readonly picture: EmojiPicture;
  readonly x: number;
  readonly y: number;
  /** One em, in pixels. */
  readonly size: number;
  /** Colour of the text around it. */
  readonly fill: string;
}

export function Emoji({ picture: { units, layers }, x, y, size, fill }: EmojiProps): ReactElement {
  return (
    <g transform={`translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${(size / units).toFixed(5)})`} color={fill}>
      {layers.map((layer, index) => (
        <path key={index} d={layer.d} fill={layer.fill} {...(layer.opacity < 1 ? { fillOpacity: layer.opacity } : {})} />
      ))}
    </g>
  );
}
