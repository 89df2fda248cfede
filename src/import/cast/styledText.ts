import type { RichText, TextRun } from '../../core/richText';
import type { Role } from '../../core/roles';
import type { RecordedColour, RecordedStyle } from '../../core/terminal/timedRun';
import type { ScreenCell } from '../../compiler/recording/screen';

/** Colours with less saturation are greys; greys darker than this are dim. */
const [MIN_SATURATION, MAX_DIM_LIGHTNESS] = [0.2, 0.62];

/** The roles of hues, by the degrees at which they end. */
const HUES: readonly (readonly [end: number, role: Role])[] = [
  [15, 'error'],
  [70, 'warn'],
  [165, 'ok'],
  [260, 'info'],
  [330, 'agent'],
  [360, 'error'],
];

/** Returns the words of cells with roles in place of colours. An empty text for a blank line. */
export function styledTextOf(cells: readonly ScreenCell[]): RichText {
  const runs: { text: string; role?: Role; bold?: true }[] = [];
  for (const { text, style } of cells) {
    const { role, bold } = text.trim() === '' ? (runs.at(-1) ?? {}) : meaningOf(style);
    const last = runs.at(-1);
    if (last && last.role === role && last.bold === bold) last.text += text;
    else runs.push({ text, ...(role && { role }), ...(bold && { bold }) });
  }
  for (let last = runs.at(-1); last && last.text.trimEnd() !== last.text; last = runs.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text === '') runs.pop();
  }
  const parts = runs.map((run): string | TextRun => (run.role === undefined && !run.bold ? run.text : run));
  return parts.length === 0 ? '' : parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts;
}

/** Returns what the colours of a cell mean. A coloured background says it more than the words on it. */
function meaningOf(style: RecordedStyle | undefined): { readonly role?: Role; readonly bold?: true } {
  if (!style) return {};
  const background = roleOf(style.bg);
  const isLabel = background !== undefined && background !== 'dim' && background !== 'text';
  const role = isLabel ? background : roleOf(style.fg);
  return { ...(role !== undefined && role !== 'text' && { role }), ...((style.bold || isLabel) && { bold: true as const }) };
}

function roleOf(colour: RecordedColour | undefined): Role | undefined {
  if (colour === undefined || colour === 'ink') return undefined;
  if (colour.startsWith('#')) return roleOfHex(colour);
  if (colour.startsWith('old-')) return 'dim';
  // A recording's blue: in a scene, it is the colour of what people type.
  return colour === 'user' ? 'info' : (colour as Role);
}

function roleOfHex(colour: string): Role {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const [range, lightness] = [most - least, (most + least) / 2];
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
  if (range < 0.12 || saturation < MIN_SATURATION) return lightness > MAX_DIM_LIGHTNESS ? 'text' : 'dim';
  const sextant = most === red ? ((green - blue) / range + 6) % 6 : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  const hue = sextant * 60;
  return HUES.find(([end]) => hue <= end)![1];
}
