import type { ReactElement } from 'react';
import { runsWidth, type Row, type TimedRun } from '../core/terminal/timedRun';
import { splitGraphemes, textWidth } from '../core/terminal/width';
import type { Palette } from '../core/theme';
import { CardEmoji } from './CardText';
import type { CardFonts } from './fontRuns';

/** Family name as in the font file: the card is drawn without a browser. */
const MONO_FAMILY = 'DejaVu Sans Mono';
/** Large type with few columns, since the card is mostly seen small. */
const TERMINAL_FONT_SIZE = 23;
export const CELL_WIDTH = TERMINAL_FONT_SIZE * 0.602;
/** Line height of the font, so that box-drawing lines have no gaps. */
export const ROW_HEIGHT = TERMINAL_FONT_SIZE * 1.164;
/** Distance between the window's edge and its text. */
export const WINDOW_PADDING = 28;

interface CardRowProps {
  readonly row: Row;
  readonly palette: Palette;
  readonly y: number;
  readonly emoji: CardFonts['emoji'];
}

/** A row of the terminal on the card. */
export function CardRow({ row, ...line }: CardRowProps): ReactElement {
  return (
    <>
      {row.map((piece, index) => (
        <CardPiece key={index} piece={piece} column={piece.column ?? runsWidth(row.slice(0, index))} {...line} />
      ))}
    </>
  );
}

/** Each grapheme cluster is placed on its cells, however wide its glyph is. */
function CardPiece({
  piece: { text, style },
  palette: { roles, window },
  column,
  y,
  emoji,
}: Omit<CardRowProps, 'row'> & { readonly piece: TimedRun; readonly column: number }): ReactElement {
  const colour = roles[style.role];
  const fill = style.badge ? window : colour;
  let cell = column;
  const parts: { readonly text: string; readonly places: number[] }[] = [];
  for (const cluster of splitGraphemes(text)) {
    const last = parts.at(-1);
    const place = WINDOW_PADDING + cell * CELL_WIDTH;
    cell += textWidth(cluster);
    // SVG assigns the values of `x` to code points, so a cluster of several needs an element of its own. So do emoji.
    const isAlone = Array.from(cluster).length > 1 || emoji(cluster) !== undefined;
    if (last && !isAlone && last.places.length === Array.from(last.text).length && !emoji(last.text))
      parts[parts.length - 1] = { text: last.text + cluster, places: [...last.places, place] };
    else parts.push({ text: cluster, places: [place] });
  }
  return (
    <>
      {style.badge && (
        <rect
          x={WINDOW_PADDING + column * CELL_WIDTH}
          y={y - TERMINAL_FONT_SIZE * 0.92}
          width={textWidth(text) * CELL_WIDTH}
          height={ROW_HEIGHT - 2}
          rx="4"
          fill={colour}
        />
      )}
      {parts.map((part, index) => {
        const picture = emoji(part.text);
        if (picture)
          return (
            <CardEmoji
              key={index}
              paths={picture}
              x={part.places[0]! + CELL_WIDTH - TERMINAL_FONT_SIZE / 2}
              y={y}
              size={TERMINAL_FONT_SIZE}
              fill={fill}
            />
          );
        return (
          <text
            key={index}
            x={part.places.map((place) => place.toFixed(2)).join(' ')}
            y={y}
            xmlSpace="preserve"
            fontFamily={MONO_FAMILY}
            fontSize={TERMINAL_FONT_SIZE}
            fontWeight={style.bold ? 700 : 400}
            fill={fill}
          >
            {part.text}
          </text>
        );
      })}
    </>
  );
}
