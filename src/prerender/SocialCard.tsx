import type { ReactElement } from 'react';
import { terminalLayoutAt } from '../core/terminal/terminalLayout';
import { lastTerminalStop, type Timeline } from '../core/timeline';
import { paletteOf } from '../styles/palette';
import { CardRow, CELL_WIDTH, ROW_HEIGHT, WINDOW_PADDING } from './CardRow';
import { CardText, type CardTextProps } from './CardText';
import { fontRunWidths, splitFontRuns, type CardFonts } from './fontRuns';
import { fitText, wrapText } from './wrapText';

/** Size of the picture that other sites show for a shared link, in pixels. */
export const SOCIAL_CARD_SIZE = { width: 1200, height: 630 } as const;

const CARD_MARGIN = 64;
const CONTENT_WIDTH = SOCIAL_CARD_SIZE.width - 2 * CARD_MARGIN;
/** Space at each end of the window's bar, as wide as its traffic lights. */
const TITLE_BAR_INSET = 96;
const COLS = Math.floor((CONTENT_WIDTH - 2 * WINDOW_PADDING) / CELL_WIDTH);

/** The look of a story without a theme. The title is white and the glow brighter than on stage, as the card is mostly seen small. */
const DEFAULT_LOOK = {
  dark: { backdropGlow: '#3a2450', border: '#3b3d52', windowBar: '#181825', chrome: '#ffffff', chromeSoft: undefined },
  corners: 14,
  buttons: 'traffic-lights',
} as const;

/** The picture for shared links: title, description and the first terminal stop. */
export function SocialCard({ timeline, fonts }: { readonly timeline: Timeline; readonly fonts: CardFonts }): ReactElement {
  const { title, description, status, theme } = timeline.story;
  const palette = paletteOf('dark', theme);
  const { window, backdrop, roles } = palette;
  const { corners, buttons, dark: surfaces } = theme?.look ?? DEFAULT_LOOK;
  const radius = Math.min(corners * (16 / DEFAULT_LOOK.corners), 44);
  const fitsWidth =
    (fontSize: number, weight: number, maxWidth = CONTENT_WIDTH) =>
    (text: string): boolean =>
      fontRunWidths(splitFontRuns(text, fonts.emoji), fonts, fontSize, weight).reduce((sum, width) => sum + width, 0) <= maxWidth;
  const titleAt = (size: number): readonly string[] => wrapText(title, 2, fitsWidth(size, 700));
  const size = [60, 54, 48].find((each) => titleAt(each).length === 1) ?? [54, 46].find((each) => titleAt(each).length === 2) ?? 40;
  const titleLines = fitText(title, 2, fitsWidth(size, 700));
  const lines = fitText(description, 2, fitsWidth(26, 400));
  const topic = fitText(status.topic, 1, fitsWidth(24, 600)).join('');
  const titleTop = 102;
  const textTop = titleTop + titleLines.length * size * 1.16 + 12;
  const windowTop = textTop + lines.length * 36 + 26;
  const stop = lastTerminalStop(timeline, 0) ?? timeline.stops.find((each) => each.blocks);
  const { previousRows = [], rows = [] } = stop ? terminalLayoutAt(timeline, stop, COLS) : {};
  const isRtl = timeline.story.direction === 'rtl';
  /** Lines of text start at the left, or at the right in a story that reads from right to left. */
  const start: Pick<CardTextProps, 'x' | 'anchor' | 'direction'> = isRtl
    ? { x: SOCIAL_CARD_SIZE.width - CARD_MARGIN, anchor: 'end', direction: 'rtl' }
    : { x: CARD_MARGIN };
  const bar = fitText(stop?.window ?? '', 1, fitsWidth(17, 400, CONTENT_WIDTH - 2 * TITLE_BAR_INSET)).join('');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${SOCIAL_CARD_SIZE.width} ${SOCIAL_CARD_SIZE.height}`}
      width={SOCIAL_CARD_SIZE.width}
      height={SOCIAL_CARD_SIZE.height}
    >
      <defs>
        <radialGradient id="glow" cx="0.82" cy="0" r="0.9">
          <stop offset="0" stopColor={surfaces.backdropGlow} />
          <stop offset="1" stopColor={backdrop} />
        </radialGradient>
        <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={window} stopOpacity="0" />
          <stop offset="1" stopColor={window} />
        </linearGradient>
      </defs>
      <rect width={SOCIAL_CARD_SIZE.width} height={SOCIAL_CARD_SIZE.height} fill="url(#glow)" />
      <rect width={SOCIAL_CARD_SIZE.width} height="6" fill={theme?.accent ?? '#ff0068'} />
      {/* Without a terminal the words stand in the middle. */}
      <g transform={`translate(0 ${stop ? 0 : (SOCIAL_CARD_SIZE.height - windowTop) / 2})`}>
        <CardText text={topic} {...start} y={72} size={24} weight={600} fill={roles.accent} fonts={fonts} />
        {titleLines.map((line, index) => (
          <CardText
            key={index}
            text={line}
            {...start}
            y={titleTop + size * (0.86 + index * 1.16)}
            size={size}
            weight={700}
            fill={surfaces.chrome}
            fonts={fonts}
          />
        ))}
        {lines.map((line, index) => (
          <CardText key={index} text={line} {...start} y={textTop + 26 + index * 36} size={26} fill={roles.dim} fonts={fonts} />
        ))}
      </g>
      {stop && (
        <>
          <g transform={`translate(${CARD_MARGIN} ${windowTop})`}>
            <rect x="-1" y="-1" width={CONTENT_WIDTH + 2} height={SOCIAL_CARD_SIZE.height} rx={radius + 1} fill={surfaces.border} />
            <rect width={CONTENT_WIDTH} height={SOCIAL_CARD_SIZE.height} rx={radius} fill={window} />
            <path d={barOutline(radius)} fill={surfaces.windowBar} />
            {buttons === 'traffic-lights' &&
              ['#f38ba8', '#f9e2af', '#a6e3a1'].map((colour, index) => (
                <circle key={colour} cx={26 + index * 22} cy="22" r="6.5" fill={colour} />
              ))}
            <CardText
              text={bar}
              x={CONTENT_WIDTH / 2}
              y={28}
              size={17}
              fill={surfaces.chromeSoft ?? roles.dim}
              anchor="middle"
              direction={start.direction}
              fonts={fonts}
            />
            {[...previousRows, ...rows].map((row, index) => (
              <CardRow key={index} row={row} palette={palette} y={80 + index * ROW_HEIGHT} emoji={fonts.emoji} />
            ))}
          </g>
          <rect x={CARD_MARGIN} y={SOCIAL_CARD_SIZE.height - 60} width={CONTENT_WIDTH} height="60" fill="url(#fade)" />
        </>
      )}
    </svg>
  );
}

/** Returns the SVG path of the window's bar, whose upper corners are round. */
function barOutline(radius: number): string {
  const arc = (x: number, y: number): string => `A${radius} ${radius} 0 0 1 ${x} ${y}`;
  return `M0 44V${radius}${arc(radius, 0)}H${CONTENT_WIDTH - radius}${arc(CONTENT_WIDTH, radius)}V44Z`;
}
