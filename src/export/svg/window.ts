import { MONO_FAMILY, SANS_FAMILY } from '../../fonts/families';
import type { StoryTheme } from '../../core/theme';
import { splitGraphemes } from '../../core/terminal/width';
import type { Colours } from './colours';
import type { EmbeddedFonts } from './embedFonts';
import type { Span } from './screenHistory';
import type { Timings } from './timings';
import { escapeXml } from './xml';

/** Lengths of the window as `src/stage/windows.css` and `src/terminal/terminal.css` have them, in units of the picture. */
const UNIT = 0.5;
export const BAR_HEIGHT = 46 * UNIT;
export const PADDING = { top: 12 * UNIT, side: 16 * UNIT, bottom: 16 * UNIT } as const;
const DEFAULT_CORNERS = 14;
const BUTTON_SIZE = 15 * UNIT;
const BUTTON_GAP = 9 * UNIT;
const BUTTON_COLOURS = ['#f38ba8', '#f9e2af', '#a6e3a1'];
const TITLE_SIZE = 24 * UNIT;

/** A title of the window and when it has it. */
export interface WindowTitle {
  readonly text: string;
  readonly spans: readonly Span[];
}

interface WindowContext {
  readonly colours: Colours;
  readonly timings: Timings;
  readonly fonts: EmbeddedFonts;
  readonly theme: StoryTheme | undefined;
}

/** Draws the window without its content: frame, bar, buttons, title. Its size is in units of the picture. */
export function drawWindow(
  { width, height }: { readonly width: number; readonly height: number },
  titles: readonly WindowTitle[],
  { colours, timings, fonts, theme }: WindowContext,
): string {
  const radius = (theme?.look?.corners ?? DEFAULT_CORNERS) * UNIT;
  const inner = Math.max(0, radius - 1);
  const hasButtons = theme?.look?.buttons !== 'plain';
  const fill = (surface: Parameters<Colours['classOf']>[0]): string => `class="${colours.classOf(surface)}"`;
  const corner = (dx: number, dy: number): string => `a${inner} ${inner} 0 0 1 ${dx} ${dy}`;
  const top = `${corner(inner, -inner)}H${width - 1 - inner}${corner(inner, inner)}`;
  const bar = `M1 ${BAR_HEIGHT}V${1 + inner}${top}V${BAR_HEIGHT}z`;
  const buttons = BUTTON_COLOURS.map((colour, index) => {
    const x = PADDING.side + BUTTON_SIZE / 2 + index * (BUTTON_SIZE + BUTTON_GAP);
    return `<circle cx="${x}" cy="${BAR_HEIGHT / 2 + 0.5}" r="${BUTTON_SIZE / 2}" fill="${colour}"/>`;
  });
  const side = PADDING.side * 2 + 3 * (BUTTON_SIZE + BUTTON_GAP);
  const texts = titles.map(({ text, spans }) => {
    const classes = [colours.classOf({ surface: 'chromeSoft' }), 'n', timings.visibleIn(spans)].filter(Boolean).join(' ');
    return `<text x="${width / 2}" y="${BAR_HEIGHT / 2 + 0.5 + TITLE_SIZE * 0.36}" class="${classes}">${escapeXml(
      shorten(text, width - 2 * side, fonts),
    )}</text>`;
  });
  return [
    `<rect width="${width}" height="${height}" rx="${radius}" ${fill({ surface: 'border' })}/>`,
    `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="${inner}" ${fill({ surface: 'window' })}/>`,
    `<path d="${bar}" ${fill({ surface: 'windowBar' })}/>`,
    `<rect x="1" y="${BAR_HEIGHT}" width="${width - 2}" height="1" ${fill({ surface: 'border' })}/>`,
    ...(hasButtons ? buttons : []),
    ...texts,
  ].join('');
}

/** Shortens a title as browsers do, if it is wider than `width`. */
function shorten(text: string, width: number, { measure }: EmbeddedFonts): string {
  const fits = (part: string): boolean => measure(part) * TITLE_SIZE <= width;
  if (fits(text)) return text;
  const clusters = [...splitGraphemes(text)];
  while (clusters.length > 0 && !fits(`${clusters.join('')}…`)) clusters.pop();
  return `${clusters.join('').trimEnd()}…`;
}

/** Returns the style sheet of the window's texts. */
export function windowCss({ families }: EmbeddedFonts): string {
  const font = `font-family:${families[SANS_FAMILY]},${families[MONO_FAMILY]};font-size:${TITLE_SIZE}px`;
  return `.n{${font};text-anchor:middle;text-rendering:geometricPrecision}`;
}
