import { SPINNER_FRAME_MS } from '../../core/terminal/outputScheduler';
import type { RecordedStyle } from '../../core/terminal/timedRun';
import { FONT_METRICS } from '../../terminal/grid';
import { MONO_FAMILY } from '../../fonts/families';
import type { Colours } from './colours';
import type { EmbeddedFonts } from './embedFonts';
import { groupCells, type FillRun, type TextRun } from './runs';
import { cellsOf, type Strip } from './screenHistory';
import type { Timings } from './timings';
import { escapeXml } from './xml';

/** The size of a cell in units of the picture. The font's size follows from the width of its characters. */
export const CELL_WIDTH = 10;
const FONT_SIZE = round(CELL_WIDTH / FONT_METRICS.advance);
export const ROW_HEIGHT = round(FONT_SIZE * FONT_METRICS.lineHeight);
/** From the top of a row to the baseline of its text (`ascent-override` in `src/fonts/fonts.css`). */
const ASCENT = round(FONT_SIZE * (1901 / 2048));

export interface DrawingContext {
  readonly colours: Colours;
  readonly timings: Timings;
  readonly fonts: EmbeddedFonts;
}

/** Draws the lines of a strip, each once, with the times at which its texts are visible. Scrolling moves all lines together. */
export function drawStrip(strip: Strip, context: DrawingContext): string {
  const { timings, colours } = context;
  const scrolling = timings.declare(strip.tops.map(([at, top]) => [at, `transform:translateY(${round(-top * ROW_HEIGHT)}px)`]));
  const lines = [...strip.lines].map(([line, cells]) => {
    const isAlone = (text: string): boolean => !context.fonts.has(text, MONO_FAMILY, 400) && !context.fonts.has(text, MONO_FAMILY, 700);
    const { texts, fills } = groupCells(cells, isAlone);
    return lineGroup(line, fills.map((run) => drawFill(run, context)).join('') + texts.map((run) => drawText(run, context)).join(''));
  });
  const cursor = timings.declare(
    strip.cursors.map(([at, place]) => [
      at,
      place ? `visibility:visible;transform:translate(${place.x * CELL_WIDTH}px,${round(place.y * ROW_HEIGHT)}px)` : 'visibility:hidden',
    ]),
  );
  const hasCursor = strip.cursors.some(([, place]) => place !== undefined);
  const cursorClass = `${colours.classOf({ colour: 'accent' })} ${cursor}`;
  const drawnCursor = hasCursor ? `<rect width="${CELL_WIDTH}" height="${ROW_HEIGHT}" class="${cursorClass}"/>` : '';
  const spinners = strip.spinners.map((spinner) => drawSpinner(spinner, context));
  return `<g class="${scrolling}">${drawnCursor}${lines.join('')}${spinners.join('')}</g>`;
}

function lineGroup(line: number, content: string): string {
  return `<g transform="translate(0 ${round(line * ROW_HEIGHT + ASCENT)})">${content}</g>\n`;
}

function drawFill({ column, width, colour, spans }: FillRun, { colours, timings }: DrawingContext): string {
  const classes = classNames(colours.classOf({ colour }), timings.visibleIn(spans));
  // A little taller than the row, so that no line shows between two of them.
  return `<rect x="${column * CELL_WIDTH}" y="${-ASCENT}" width="${width * CELL_WIDTH}" height="${round(ROW_HEIGHT + 0.3)}" ${classes}/>`;
}

function drawText({ column, width, text, style, background, spans }: TextRun, { colours, timings, fonts }: DrawingContext): string {
  const { fg = 'text' } = style;
  const colour = colours.classOf({ colour: fg, ...(fg.startsWith('#') && { isText: true as const, on: background }) });
  const classes = classNames(colour, ...styleClasses(style), fonts.isEmoji(text) ? 'e' : undefined, timings.visibleIn(spans));
  // A font of the system, where the embedded ones are not allowed, must not move the columns.
  const length = width > 1 ? ` textLength="${width * CELL_WIDTH}"` : '';
  return `<text x="${column * CELL_WIDTH}"${length} ${classes}>${escapeXml(text)}</text>`;
}

function drawSpinner({ x, y, frames, role, span }: Strip['spinners'][number], { colours, timings }: DrawingContext): string {
  const period = frames.length * SPINNER_FRAME_MS;
  const texts = frames.map((frame, index) => {
    const phase = (span[0] + index * SPINNER_FRAME_MS) % period;
    const rest = index === 0 ? ';visibility:visible' : '';
    const length = cellsOf(frame) > 1 ? ` textLength="${cellsOf(frame) * CELL_WIDTH}"` : '';
    return (
      `<text x="${x * CELL_WIDTH}"${length} class="${colours.classOf({ colour: role })} b q${frames.length}" ` +
      `style="animation-delay:${phase - period}ms${rest}">${escapeXml(frame)}</text>`
    );
  });
  const group = timings.groupIn(span);
  return `<g${group === undefined ? '' : ` class="${group}"`}>${lineGroup(y, texts.join(''))}</g>`;
}

/** Returns the rules of the spinners, whose characters take turns. */
export function spinnerCss(strips: readonly Strip[]): string {
  const counts = [...new Set(strips.flatMap(({ spinners }) => spinners.map(({ frames }) => frames.length)))];
  return counts
    .map((count) => {
      const animation = `animation:q${count} ${count * SPINNER_FRAME_MS}ms step-end infinite`;
      const motion = `@media(prefers-reduced-motion:no-preference){.s .q${count}{${animation}}}`;
      return `.q${count}{visibility:hidden}${motion}@keyframes q${count}{0%{visibility:visible}${round(100 / count)}%{visibility:hidden}}`;
    })
    .join('');
}

function styleClasses({ bold, italic, underline, strike }: RecordedStyle): readonly (string | undefined)[] {
  return [bold && 'b', italic && 'i', underline && (strike ? 'us' : 'u'), strike && !underline && 'k'].map((name) => name || undefined);
}

/** Returns the style sheet of the terminal's texts. */
export function terminalCss({ families, emojiFamily }: EmbeddedFonts): string {
  const text = [
    `font-family:${families[MONO_FAMILY]}`,
    `font-size:${FONT_SIZE}px`,
    'font-variant-ligatures:none',
    'text-rendering:geometricPrecision',
    'white-space:pre',
    'direction:ltr',
    'unicode-bidi:bidi-override',
  ];
  const emoji = emojiFamily === '' ? '' : `.s .e{font-family:${emojiFamily}}`;
  const styles = '.b{font-weight:700}.i{font-style:italic}.u{text-decoration:underline}.k{text-decoration:line-through}';
  return `.s text{${text.join(';')}}${styles}.us{text-decoration:underline line-through}${emoji}`;
}

function classNames(...names: readonly (string | undefined)[]): string {
  return `class="${names.filter((name) => name !== undefined).join(' ')}"`;
}

/** Rounds to two decimals. */
function round(value: number): number {
  return Number(value.toFixed(2));
}
