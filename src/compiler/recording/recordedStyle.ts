import type { IBufferCell } from '@xterm/headless';
import type { Role } from '../../core/roles';
import type { Colour, Look } from '../../core/terminal/timedRun';
import { contrast } from '../../core/colour';

/** What stands for the sixteen colours of ANSI, dark and bright alike: colours that can be read in both themes. */
const HUES: readonly Role[] = ['dim', 'error', 'ok', 'warn', 'user', 'agent', 'info', 'text'];
const BLACK = 0;
const SIXTEEN = 16;

/** The steps of a channel in the cube of 6 × 6 × 6 colours behind the sixteen; 24 greys follow it. */
const CUBE = [0, 95, 135, 175, 215, 255];
const GREYS = 232;

/** The looks met so far, by what a cell says of itself, and so that equal looks are one object. */
const ofCells = new Map<string, Look | undefined>();
const known = new Map<string, Look>();

/**
 * How a cell of a recorded terminal looks on stage; undefined for plain text. The sixteen colours of ANSI become roles,
 * and words on one of them take the window's colour, which every role stands out from; all other colours stay.
 */
export function lookOf(cell: IBufferCell): Look | undefined {
  const flags = [
    cell.isBold(),
    cell.isDim(),
    cell.isItalic(),
    cell.isUnderline(),
    cell.isStrikethrough(),
    cell.isInverse(),
    cell.isInvisible(),
  ]
    .map((flag) => (flag ? 1 : 0))
    .join('');
  const key = `${isBlank(cell) ? '' : 'x'}${flags} ${cell.getFgColorMode()} ${cell.getFgColor()} ${cell.getBgColorMode()} ${cell.getBgColor()}`;
  if (!ofCells.has(key)) ofCells.set(key, unique(drawn(cell)));
  return ofCells.get(key);
}

function unique(look: Look): Look | undefined {
  const key = JSON.stringify(look);
  if (key === '{}') return undefined;
  const same = known.get(key) ?? look;
  known.set(key, same);
  return same;
}

function isBlank(cell: IBufferCell): boolean {
  return cell.getChars().trim() === '' || Boolean(cell.isInvisible());
}

function drawn(cell: IBufferCell): Look {
  const { fg, bg } = coloursOf(cell);
  const lines = { ...(cell.isUnderline() && { underline: true as const }), ...(cell.isStrikethrough() && { strike: true as const }) };
  if (isBlank(cell)) return { ...(Object.keys(lines).length > 0 && fg && { fg }), ...(bg && { bg }), ...lines };
  return {
    ...(fg && { fg }),
    ...(bg && { bg }),
    ...(cell.isBold() && { bold: true as const }),
    ...(cell.isItalic() && { italic: true as const }),
    ...lines,
  };
}

function coloursOf(cell: IBufferCell): { readonly fg: Colour | undefined; readonly bg: Colour | undefined } {
  const own = {
    fg: read(cell.isFgPalette(), cell.isFgRGB(), cell.getFgColor()),
    bg: read(cell.isBgPalette(), cell.isBgRGB(), cell.getBgColor()),
  };
  const { fg, bg } = cell.isInverse() ? { fg: own.bg, bg: own.fg ?? ('text' as const) } : own;
  if (typeof bg === 'string' && bg.startsWith('#')) return { fg: typeof fg === 'string' && fg.startsWith('#') ? fg : legibleOn(bg), bg };
  const ground = bg === BLACK ? undefined : hue(bg);
  if (ground) return { fg: typeof fg === 'string' && fg.startsWith('#') ? (fg as Colour) : 'ink', bg: ground };
  const ink = hue(fg);
  if (!cell.isDim() || ink?.startsWith('#')) return { fg: ink === 'text' ? undefined : ink, bg: undefined };
  return { fg: ink === undefined || ink === 'text' ? 'dim' : `old-${ink as Role}`, bg: undefined };
}

/** A colour as it is in the buffer: one of the sixteen by its number, any other as #rrggbb; undefined for the terminal's own. */
function read(isPalette: boolean, isRgb: boolean, value: number): number | Colour | undefined {
  if (isRgb) return hex([value >> 16, (value >> 8) & 255, value & 255]);
  if (!isPalette) return undefined;
  if (value < SIXTEEN) return value;
  if (value >= GREYS) return hex([0, 0, 0].map(() => 8 + 10 * (value - GREYS)));
  const step = value - SIXTEEN;
  return hex([Math.floor(step / 36), Math.floor(step / 6) % 6, step % 6].map((each) => CUBE[each] ?? 0));
}

function hue(value: number | Colour | undefined): Colour | undefined {
  return typeof value === 'number' ? HUES[value % HUES.length] : value;
}

function hex(channels: readonly number[]): Colour {
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever reads better on a colour. */
function legibleOn(colour: string): Colour {
  return contrast('#000000', colour) >= contrast('#ffffff', colour) ? '#000000' : '#ffffff';
}
