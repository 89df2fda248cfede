import { dwellMs } from '../core/dwellMs';
import { maxOf } from '../core/maxOf';
import { ROLES } from '../core/roles';
import { INK_INDEX, FIRST_ROLE_INDEX } from '../core/terminal/ansi';
import { terminalLayoutAt, outputAt, type TerminalLayout } from '../core/terminal/terminalLayout';
import type { TerminalSize } from '../core/terminal/recordedStep';
import type { Stop, Timeline } from '../core/timeline';
import type { Palette } from '../core/theme';
import { fade, paletteOf } from '../styles/palette';
import { MIN_ROWS, WIDE_COLS } from '../terminal/grid';
import { RESET } from '../terminal/terminalWriter';

export type AsciicastVersion = 2 | 3;

/** An event of an asciicast, with its milliseconds since the start. */
type TimedEvent = readonly [at: number, code: 'o' | 'm' | 'r', data: string];

/** The size of the terminal on a landscape screen. */
const STORY_GRID: TerminalSize = { cols: WIDE_COLS, rows: MIN_ROWS };

/**
 * Formats stops that print in the terminal as an asciicast. Each starts with a marker, plays as on stage, and then stays for as long
 * as autoplay would wait. Colours are those of the story's dark palette.
 */
export function formatAsciicast(timeline: Timeline, stops: readonly Stop[], version: AsciicastVersion): string {
  const palette = paletteOf('dark', timeline.story.theme);
  const theme = castTheme(palette);
  const { events, grid } = createEvents(timeline, stops, indexedColours(palette));
  const pauses = events.map(([at], index) => at - (events[index - 1]?.[0] ?? 0));
  // A limit above every pause keeps players from shortening them.
  const shared = { idle_time_limit: Math.ceil(maxOf(pauses) / 1000), title: timeline.story.title };
  const header =
    version === 2
      ? { version, width: grid.cols, height: grid.rows, ...shared, env: { TERM: 'xterm-256color' }, theme }
      : { version, term: { ...grid, type: 'xterm-256color', theme }, ...shared };
  const lines = events.map(([at, code, data], index) => [(version === 2 ? at : (pauses[index] ?? 0)) / 1000, code, data]);
  return `${[header, ...lines].map((each) => JSON.stringify(each)).join('\n')}\n`;
}

function createEvents(
  timeline: Timeline,
  stops: readonly Stop[],
  colours: ReadonlyMap<number, string>,
): { readonly events: readonly TimedEvent[]; readonly grid: TerminalSize } {
  const grids = stops.map((stop) => stop.recorded?.grid ?? STORY_GRID);
  const events: TimedEvent[] = [];
  let [now, shownOutput] = [0, ''];
  stops.forEach((stop, index) => {
    const [grid, before] = [grids[index] ?? STORY_GRID, grids[index - 1]];
    const layout = terminalLayoutAt(timeline, stop, grid.cols);
    events.push([now, 'm', stop.source.title]);
    if (before && (before.cols !== grid.cols || before.rows !== grid.rows)) events.push([now, 'r', `${grid.cols}x${grid.rows}`]);
    for (const at of [0, ...changeTimes(layout)]) {
      const output = outputAt(layout, at);
      const change = output.startsWith(shownOutput) ? output.slice(shownOutput.length) : RESET + output;
      if (change !== '') events.push([now + at, 'o', toTrueColour(change, colours)]);
      shownOutput = output;
    }
    now += Math.round(stop.playMs + dwellMs(stop));
  });
  // An empty event makes the last stop last until here.
  return { events: [...events, [now, 'o', '']], grid: grids[0] ?? STORY_GRID };
}

/** Returns the times at which output appears, in milliseconds after the start of the stop. */
export function changeTimes({ recorded, rows }: TerminalLayout): readonly number[] {
  const moments = recorded
    ? recorded.moments.map(([at]) => at)
    : rows.flat().flatMap(({ at, interimStates = [] }) => [...interimStates.map((state) => state.at), at]);
  return [...new Set(moments)].toSorted((a, b) => a - b);
}

/** Returns the colours of indices that only the stage's terminal defines. */
function indexedColours(palette: Palette): ReadonlyMap<number, string> {
  const { window, roles } = palette;
  return new Map([
    ...ROLES.map((role, index) => [FIRST_ROLE_INDEX + index, roles[role]] as const),
    ...ROLES.map((role, index) => [FIRST_ROLE_INDEX + ROLES.length + index, fade(roles[role], palette)] as const),
    [INK_INDEX, window],
  ]);
}

function toTrueColour(output: string, colours: ReadonlyMap<number, string>): string {
  return output.replaceAll(/([34])8;5;(\d+)/gu, (all, ground: string, index: string) => {
    const colour = colours.get(Number(index));
    return colour === undefined ? all : `${ground}8;2;${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(';')}`;
  });
}

/** Returns the colours of the window and the 16 ANSI colours of recordings on stage. */
function castTheme({ window, roles }: Palette): { readonly fg: string; readonly bg: string; readonly palette: string } {
  const hues = [window, roles.error, roles.ok, roles.warn, roles.user, roles.agent, roles.info, roles.text];
  return { fg: roles.text, bg: window, palette: [...hues, roles.dim, ...hues.slice(1)].join(':') };
}
