import type { IBufferCell } from '@xterm/headless';
import type { Role } from '../../core/roles';
import type { RecordedColour, RecordedStyle } from '../../core/terminal/timedRun';
import { contrastRatio } from '../../core/colour';

/** Roles in place of the eight dark and eight bright ANSI colours: their colours are legible in both themes. */
const ANSI_ROLES: readonly Role[] = ['dim', 'error', 'ok', 'warn', 'user', 'agent', 'info', 'text'];
const BLACK = 0;
const ANSI_COLOUR_COUNT = 16;

/** Channel values of the 6 × 6 × 6 colour cube of the 256-colour palette, which follows the ANSI colours; 24 greys follow the cube. */
const CUBE_LEVELS = [0, 95, 135, 175, 215, 255];
const FIRST_GREY = 232;

/** Styles by the attributes of a cell, and by their JSON: equal styles are one object. */
const styleByAttributes = new Map<string, RecordedStyle | undefined>();
const internedStyles = new Map<string, RecordedStyle>();

/**
 * Returns the style of a recorded cell on stage; undefined for plain text. The sixteen ANSI colours become roles. Text on an ANSI
 * background takes the window's colour, which has contrast to every role. All other colours stay.
 */
export function recordedStyleOf(cell: IBufferCell): RecordedStyle | undefined {
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
  const colours = [cell.getFgColorMode(), cell.getFgColor(), cell.getBgColorMode(), cell.getBgColor()];
  const key = `${isBlank(cell) ? '' : 'x'}${flags} ${colours.join(' ')}`;
  if (!styleByAttributes.has(key)) styleByAttributes.set(key, internStyle(readStyle(cell)));
  return styleByAttributes.get(key);
}

function internStyle(style: RecordedStyle): RecordedStyle | undefined {
  const key = JSON.stringify(style);
  if (key === '{}') return undefined;
  const same = internedStyles.get(key) ?? style;
  internedStyles.set(key, same);
  return same;
}

function isBlank(cell: IBufferCell): boolean {
  return cell.getChars().trim() === '' || Boolean(cell.isInvisible());
}

function readStyle(cell: IBufferCell): RecordedStyle {
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

function coloursOf(cell: IBufferCell): { readonly fg: RecordedColour | undefined; readonly bg: RecordedColour | undefined } {
  const own = {
    fg: decodeColour(cell.isFgPalette(), cell.isFgRGB(), cell.getFgColor()),
    bg: decodeColour(cell.isBgPalette(), cell.isBgRGB(), cell.getBgColor()),
  };
  const { fg, bg } = cell.isInverse() ? { fg: own.bg, bg: own.fg ?? ('text' as const) } : own;
  if (typeof bg === 'string' && bg.startsWith('#')) return { fg: typeof fg === 'string' && fg.startsWith('#') ? fg : legibleOn(bg), bg };
  const background = bg === BLACK ? undefined : roleColour(bg);
  if (background) return { fg: typeof fg === 'string' && fg.startsWith('#') ? (fg as RecordedColour) : 'ink', bg: background };
  const foreground = roleColour(fg);
  if (!cell.isDim() || foreground?.startsWith('#')) return { fg: foreground === 'text' ? undefined : foreground, bg: undefined };
  return { fg: foreground === undefined || foreground === 'text' ? 'dim' : `old-${foreground as Role}`, bg: undefined };
}

/** Returns an ANSI colour as its number, any other colour as #rrggbb; undefined for the terminal's default colour. */
function decodeColour(isPalette: boolean, isRgb: boolean, value: number): number | RecordedColour | undefined {
  if (isRgb) return hex([value >> 16, (value >> 8) & 255, value & 255]);
  if (!isPalette) return undefined;
  if (value < ANSI_COLOUR_COUNT) return value;
  if (value >= FIRST_GREY) return hex([0, 0, 0].map(() => 8 + 10 * (value - FIRST_GREY)));
  const step = value - ANSI_COLOUR_COUNT;
  return hex([Math.floor(step / 36), Math.floor(step / 6) % 6, step % 6].map((each) => CUBE_LEVELS[each] ?? 0));
}

function roleColour(value: number | RecordedColour | undefined): RecordedColour | undefined {
  return typeof value === 'number' ? ANSI_ROLES[value % ANSI_ROLES.length] : value;
}

function hex(channels: readonly number[]): RecordedColour {
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Returns black or white, whichever has more contrast to `colour`. */
function legibleOn(colour: string): RecordedColour {
  return contrastRatio('#000000', colour) >= contrastRatio('#ffffff', colour) ? '#000000' : '#ffffff';
}
