import type { CompiledProject } from '../../config/compileProject';
import { maxOf } from '../../core/maxOf';
import type { Theme } from '../../core/settings';
import { transcriptLines, type Stop, type Timeline } from '../../core/timeline';
import { MONO_FAMILY, SANS_FAMILY } from '../../fonts/families';
import { MIN_ROWS, WIDE_COLS } from '../../terminal/grid';
import type { PlannedStop } from '../film/filmPlan';
import { Colours } from './colours';
import { CELL_WIDTH, drawStrip, ROW_HEIGHT, spinnerCss, terminalCss } from './drawStrip';
import { embedFonts, type FontText } from './embedFonts';
import { playingTime, playScreens, settledScreen, type PlayedScreen } from './playScreens';
import { ScreenHistory, type Strip } from './screenHistory';
import { Timings } from './timings';
import { BAR_HEIGHT, drawWindow, PADDING, windowCss, type WindowTitle } from './window';
import { escapeXml } from './xml';

export interface SvgOptions {
  /** The colours: of one theme, or of the one that the viewer prefers. */
  readonly theme: Theme | 'both';
  readonly cols: number;
  readonly speed: number;
  readonly loops: boolean;
  /** Draws the end of the last stop, without movement. */
  readonly still: boolean;
}

/** Fewer rows would not look like a terminal. */
const MIN_SHOWN_ROWS = 6;

/** Most changes of cells that are kept in memory: enough for a picture of some 10 MB. */
const MAX_CHANGES = 500_000;

/** Most characters of the transcript. */
const MAX_DESCRIPTION = 10_000;

/** The stops have more output than one picture can hold. */
export class TooMuchOutputError extends Error {
  override name = 'TooMuchOutputError';
}

/** Draws stops that print in the terminal as an SVG without scripts and without references to other files. @throws {TooMuchOutputError} */
export async function formatSvg(
  { timeline, stops, project }: { readonly timeline: Timeline; readonly stops: readonly PlannedStop[]; readonly project: CompiledProject },
  options: SvgOptions,
): Promise<string> {
  const { theme } = project.story;
  const shown = options.still ? stops.slice(-1) : stops;
  const duration = options.still ? 1 : playingTime(shown, options);
  const { strips, titles } = await collect(screensOf(timeline, shown, options), duration);
  const fonts = await embedFonts(fontTexts(strips, titles), project.themeFonts);
  const colours = new Colours(options.theme === 'both' ? ['dark', 'light'] : [options.theme], theme);
  const timings = new Timings(duration);
  const size = bodySize(strips);
  const [width, height] = [size.width + 2 * PADDING.side, size.height + BAR_HEIGHT + 1 + PADDING.top + PADDING.bottom].map(Math.ceil) as [
    number,
    number,
  ];
  const frame = drawWindow({ width, height }, titles, { colours, timings, fonts, theme });
  const bodies = strips.map((strip) => {
    const box = `0 0 ${strip.grid.cols * CELL_WIDTH} ${shownRows(strip) * ROW_HEIGHT}`;
    const group = timings.groupIn(strip.span);
    const place = `x="${PADDING.side}" y="${BAR_HEIGHT + 1 + PADDING.top}" width="${size.width}" height="${size.height}"`;
    const view = `<svg ${place} viewBox="${box}" preserveAspectRatio="xMinYMin">${drawStrip(strip, { colours, timings, fonts })}</svg>`;
    return `<g${group === undefined ? '' : ` class="${group}"`}>${view}</g>`;
  });
  const styles = [
    fonts.css,
    windowCss(fonts),
    terminalCss(fonts),
    colours.css(),
    timings.css('.a,.a *', options.loops),
    spinnerCss(strips),
  ].join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
      `aria-labelledby="title text" lang="${escapeXml(timeline.story.lang ?? 'en')}" xml:space="preserve">`,
    `<title id="title">${escapeXml(timeline.story.title)}</title>`,
    `<desc id="text">${escapeXml(describe(shown.map(({ stop }) => stop)))}</desc>`,
    `<style>${styles}</style>`,
    `<g class="a">${frame}<g class="s">${bodies.join('')}</g></g>`,
    '</svg>\n',
  ].join('\n');
}

async function* screensOf(timeline: Timeline, stops: readonly PlannedStop[], options: SvgOptions): AsyncGenerator<PlayedScreen, void> {
  if (options.still) yield await settledScreen(timeline, stops[0]!.stop, options.cols);
  else yield* playScreens(timeline, stops, options);
}

/** Collects the screens: a strip for each size of the terminal that follows another, and the titles of the window. */
async function collect(
  screens: AsyncIterable<PlayedScreen>,
  end: number,
): Promise<{ readonly strips: readonly Strip[]; readonly titles: readonly WindowTitle[] }> {
  const strips: Strip[] = [];
  const titles = new Map<string, [number, number][]>();
  let history: ScreenHistory | undefined;
  let title: readonly [since: number, text: string] | undefined;
  let changes = 0;
  const endTitle = (at: number): void => {
    if (title && at > title[0]) titles.set(title[1], [...(titles.get(title[1]) ?? []), [title[0], at]]);
  };
  for await (const screen of screens) {
    const { grid } = history ?? {};
    if (!history || grid?.cols !== screen.grid.cols || grid.rows !== screen.grid.rows) {
      if (history) strips.push(history.finish(screen.at));
      changes += history?.changes ?? 0;
      history = new ScreenHistory(screen);
    }
    history.add(screen);
    if (changes + history.changes > MAX_CHANGES) throw new TooMuchOutputError();
    if (title?.[1] === screen.title) continue;
    endTitle(screen.at);
    title = [screen.at, screen.title];
  }
  if (history) strips.push(history.finish(end));
  endTitle(end);
  return { strips, titles: [...titles].map(([text, spans]) => ({ text, spans })) };
}

function shownRows({ usedRows, grid }: Strip): number {
  return Math.min(grid.rows, Math.max(MIN_SHOWN_ROWS, usedRows));
}

/** Returns the size of the window's content, in units of the picture: the terminal, or the largest of several. */
function bodySize(strips: readonly Strip[]): { readonly width: number; readonly height: number } {
  const width = maxOf(strips.map(({ grid }) => grid.cols)) * CELL_WIDTH;
  const heights = strips.map((strip) => shownRows(strip) * ROW_HEIGHT * (width / (strip.grid.cols * CELL_WIDTH)));
  // A narrow recording among other stops would make a very tall picture.
  const limit = strips.length === 1 ? Number.POSITIVE_INFINITY : (width / (WIDE_COLS * CELL_WIDTH)) * MIN_ROWS * ROW_HEIGHT;
  return { width, height: Math.min(limit, maxOf(heights)) };
}

function fontTexts(strips: readonly Strip[], titles: readonly WindowTitle[]): readonly FontText[] {
  const mono = { 400: new Set<string>(), 700: new Set<string>() };
  for (const { lines, spinners } of strips) {
    for (const cells of lines.values()) for (const { text, style } of cells) if (text > ' ') mono[style?.bold ? 700 : 400].add(text);
    for (const { frames } of spinners) for (const frame of frames) mono[700].add(frame);
  }
  const joined = (characters: ReadonlySet<string>): string => (characters.size === 0 ? '' : [' ', ...characters].join('\n'));
  return [
    { family: MONO_FAMILY, weight: 400 as const, text: joined(mono[400]) },
    { family: MONO_FAMILY, weight: 700 as const, text: joined(mono[700]) },
    { family: SANS_FAMILY, weight: 400 as const, text: titles.length === 0 ? '' : `${titles.map(({ text }) => text).join('\n')}…` },
  ];
}

/** Returns the transcript of the stops. */
function describe(stops: readonly Stop[]): string {
  const text = stops.flatMap((stop) => [stop.source.title, ...transcriptLines(stop)]).join('\n');
  return text.length > MAX_DESCRIPTION ? `${text.slice(0, MAX_DESCRIPTION)}…` : text;
}
