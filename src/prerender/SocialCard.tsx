import type { ReactElement } from 'react';
import { terminalLayoutAt } from '../core/terminal/terminalLayout';
import { runsWidth, type TimedRun, type Row } from '../core/terminal/timedRun';
import { splitGraphemes, textWidth } from '../core/terminal/width';
import { splitWords } from '../core/terminal/splitWords';
import { stopAt, lastTerminalStop, type Timeline } from '../core/timeline';
import { paletteOf, type Palette } from '../styles/palette';
import { splitFontRuns, fontRunWidths, type CardFonts } from './fontRuns';
import { CardEmoji, CardText, type CardTextProps } from './CardText';

export const SOCIAL_CARD_SIZE = { width: 1200, height: 630 } as const;

/** Families by the names in their files: the card is drawn without a browser. */
const MONO_FAMILY = 'DejaVu Sans Mono';

const CARD_MARGIN = 64;
const CONTENT_WIDTH = SOCIAL_CARD_SIZE.width - 2 * CARD_MARGIN;
/** The terminal: its type, and a cell of it. Few columns, as the card is looked at small. */
const TERMINAL_FONT_SIZE = 23;
const CELL_WIDTH = TERMINAL_FONT_SIZE * 0.602;
const ROW_HEIGHT = TERMINAL_FONT_SIZE * 1.164;
const WINDOW_PADDING = 28;
/** At each end of the window's bar, as wide as its lights need. */
const TITLE_BAR_INSET = 96;
const COLS = Math.floor((CONTENT_WIDTH - 2 * WINDOW_PADDING) / CELL_WIDTH);

/** The picture of a shared link: what the story is called, and the terminal as it opens. */
export function SocialCard({ timeline, pen }: { readonly timeline: Timeline; readonly pen: CardFonts }): ReactElement {
  const { title, description, status, theme } = timeline.story;
  const palette = paletteOf('dark', theme);
  const { window, backdrop, roles } = palette;
  const measure = (text: string, size: number, weight: number): number =>
    fontRunWidths(splitFontRuns(text, pen.emoji), pen, size, weight).reduce((sum, width) => sum + width, 0);
  const fitsWidth =
    (type: number, weight: number, width = CONTENT_WIDTH) =>
    (text: string): boolean =>
      measure(text, type, weight) <= width;
  const linesOf = (text: string, most: number, fits: (text: string) => boolean): readonly string[] =>
    truncateLines(wrapText(text, most, fits), most, fits);
  const titleAt = (size: number): readonly string[] => wrapText(title, 2, fitsWidth(size, 700));
  const size = [60, 54, 48].find((each) => titleAt(each).length === 1) ?? [54, 46].find((each) => titleAt(each).length === 2) ?? 40;
  const titleLines = linesOf(title, 2, fitsWidth(size, 700));
  const lines = linesOf(description, 2, fitsWidth(26, 400));
  const topic = linesOf(status.topic, 1, fitsWidth(24, 600)).join('');
  const titleTop = 102;
  const textTop = titleTop + titleLines.length * size * 1.16 + 12;
  const windowTop = textTop + lines.length * 36 + 26;
  const stop = lastTerminalStop(timeline, 0) ?? timeline.stops.find((each) => each.blocks);
  const { previousRows = [], rows = [] } = stop ? terminalLayoutAt(timeline, stop, COLS) : {};
  const isRtl = timeline.story.direction === 'rtl';
  /** Where a line of text begins, which in a story from right to left is at the right. */
  const start: Pick<CardTextProps, 'x' | 'anchor' | 'direction'> = isRtl
    ? { x: SOCIAL_CARD_SIZE.width - CARD_MARGIN, anchor: 'end', direction: 'rtl' }
    : { x: CARD_MARGIN };
  const bar = linesOf(
    stop?.window ?? stopAt(timeline, 0).address ?? timeline.story.id,
    1,
    fitsWidth(17, 400, CONTENT_WIDTH - 2 * TITLE_BAR_INSET),
  ).join('');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${SOCIAL_CARD_SIZE.width} ${SOCIAL_CARD_SIZE.height}`}
      width={SOCIAL_CARD_SIZE.width}
      height={SOCIAL_CARD_SIZE.height}
    >
      <defs>
        <radialGradient id="glow" cx="0.82" cy="0" r="0.9">
          <stop offset="0" stopColor="#3a2450" />
          <stop offset="1" stopColor={backdrop} />
        </radialGradient>
        <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={window} stopOpacity="0" />
          <stop offset="1" stopColor={window} />
        </linearGradient>
      </defs>
      <rect width={SOCIAL_CARD_SIZE.width} height={SOCIAL_CARD_SIZE.height} fill="url(#glow)" />
      <rect width={SOCIAL_CARD_SIZE.width} height="6" fill={theme?.accent ?? '#ff0068'} />
      <CardText text={topic} {...start} y={72} size={24} weight={600} fill={roles.accent} pen={pen} />
      {titleLines.map((line, index) => (
        <CardText
          key={index}
          text={line}
          {...start}
          y={titleTop + size * (0.86 + index * 1.16)}
          size={size}
          weight={700}
          fill="#ffffff"
          pen={pen}
        />
      ))}
      {lines.map((line, index) => (
        <CardText key={index} text={line} {...start} y={textTop + 26 + index * 36} size={26} fill={roles.dim} pen={pen} />
      ))}
      <g transform={`translate(${CARD_MARGIN} ${windowTop})`}>
        <rect x="-1" y="-1" width={CONTENT_WIDTH + 2} height={SOCIAL_CARD_SIZE.height} rx="17" fill="#3b3d52" />
        <rect width={CONTENT_WIDTH} height={SOCIAL_CARD_SIZE.height} rx="16" fill={window} />
        <path d={`M0 44V16A16 16 0 0 1 16 0H${CONTENT_WIDTH - 16}A16 16 0 0 1 ${CONTENT_WIDTH} 16V44Z`} fill="#181825" />
        {['#f38ba8', '#f9e2af', '#a6e3a1'].map((colour, index) => (
          <circle key={colour} cx={26 + index * 22} cy="22" r="6.5" fill={colour} />
        ))}
        <CardText
          text={bar}
          x={CONTENT_WIDTH / 2}
          y={28}
          size={17}
          fill={roles.dim}
          anchor="middle"
          direction={start.direction}
          pen={pen}
        />
        {[...previousRows, ...rows].map((row, index) => (
          <CardRow key={index} row={row} palette={palette} y={80 + index * ROW_HEIGHT} emoji={pen.emoji} />
        ))}
      </g>
      <rect x={CARD_MARGIN} y={SOCIAL_CARD_SIZE.height - 60} width={CONTENT_WIDTH} height="60" fill="url(#fade)" />
    </svg>
  );
}

interface CardRowProps {
  readonly row: Row;
  readonly palette: Palette;
  readonly y: number;
  readonly emoji: CardFonts['emoji'];
}

function CardRow({ row, ...line }: CardRowProps): ReactElement {
  return (
    <>
      {row.map((piece, index) => (
        <CardPiece key={index} piece={piece} column={piece.column ?? runsWidth(row.slice(0, index))} {...line} />
      ))}
    </>
  );
}

/** Every cluster stands in its cells, however wide its glyph. */
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
    // A list of places counts code points: clusters of several stand alone, as emoji do.
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

/**
 * Lines that fit, broken between words, or where a script without spaces allows it; a wider word breaks anywhere. What
 * follows the line after the first `most` is left out: nobody will see it, and measuring is slow.
 */
function wrapText(text: string, maxLines: number, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of splitWords(text)) {
    const longer = (lines.at(-1) ?? '') + word;
    if (fits(longer.trimEnd())) lines.splice(-1, 1, longer);
    else for (const piece of breakWord(word, maxLines - lines.length + 1, fits)) lines.push(piece);
    if (lines.length > maxLines) break;
  }
  return lines.map((line) => line.trimEnd());
}

/** At most `most` pieces of `word` that fit, each as long as possible. */
function breakWord(word: string, maxPieces: number, fits: (text: string) => boolean): string[] {
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

/** The first `most` lines; an ellipsis in place of the last word, or of as much as makes it fit, tells of more. */
function truncateLines(lines: readonly string[], maxLines: number, fits: (text: string) => boolean): readonly string[] {
  if (lines.length <= maxLines) return lines;
  const line = lines[maxLines - 1] ?? '';
  const words = splitWords(line);
  const parts = words.length > 1 ? words : splitGraphemes(line);
  const shortened = (count: number): string =>
    `${parts
      .slice(0, count)
      .join('')
      .replace(/[\s.,;:–—、。，；：-]+$/u, '')} …`;
  let count = parts.length - 1;
  while (count > 1 && !fits(shortened(count))) count -= 1;
  return [...lines.slice(0, maxLines - 1), shortened(count)];
}
