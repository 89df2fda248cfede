import type { IBufferCell } from '@xterm/headless';
import { ROLES } from '../../core/roles';
import { FIRST_ROLE_INDEX, INK_INDEX } from '../../core/terminal/ansi';
import type { RecordedColour, RecordedStyle } from '../../core/terminal/timedRun';

/** Equal styles are one object, by their JSON. */
const internedStyles = new Map<string, RecordedStyle>();

/** Returns the style of a cell in output of the stage; undefined for plain text and for cells that show nothing. */
export function stageStyleOf(cell: IBufferCell): RecordedStyle | undefined {
  const isBlank = cell.getChars().trim() === '';
  const fg = readColour(Boolean(cell.isFgPalette()), Boolean(cell.isFgRGB()), cell.getFgColor());
  const bg = readColour(Boolean(cell.isBgPalette()), Boolean(cell.isBgRGB()), cell.getBgColor());
  const underline = Boolean(cell.isUnderline());
  const strike = Boolean(cell.isStrikethrough());
  const isDrawn = !isBlank || underline || strike;
  return internStyle({
    ...(isDrawn && fg !== undefined && fg !== 'text' && { fg }),
    ...(bg !== undefined && { bg }),
    ...(!isBlank && cell.isBold() && { bold: true as const }),
    ...(!isBlank && cell.isItalic() && { italic: true as const }),
    ...(underline && { underline: true as const }),
    ...(strike && { strike: true as const }),
  });
}

/** Returns the one object for a style; undefined for the style of plain text. */
export function internStyle(style: RecordedStyle): RecordedStyle | undefined {
  const key = JSON.stringify(style);
  if (key === '{}') return undefined;
  const same = internedStyles.get(key) ?? style;
  internedStyles.set(key, same);
  return same;
}

function readColour(isPalette: boolean, isRgb: boolean, value: number): RecordedColour | undefined {
  if (isRgb) return `#${value.toString(16).padStart(6, '0')}`;
  if (!isPalette) return undefined;
  if (value === INK_INDEX) return 'ink';
  const index = value - FIRST_ROLE_INDEX;
  const role = ROLES[index % ROLES.length] ?? 'text';
  return index < ROLES.length ? role : `old-${role}`;
}
