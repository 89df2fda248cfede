import { encode } from 'uqr';

/** Modules of the light margin that scanners need. */
const MARGIN = 2;
/** Black on white, whatever the colours of the terminal are. */
const [BLACK_ON_WHITE, RESET] = ['\u001B[38;5;16;48;5;231m', '\u001B[0m'];

/** Returns the rows of a QR code with its margin: 1 is dark, 0 light. */
export function qrRows(text: string): readonly string[] {
  return encode(text, { ecc: 'L', border: MARGIN }).data.map((row) => row.map(Number).join(''));
}

/** Returns a QR code as rows of half blocks. Without colours the light modules are drawn, as most terminals are dark. */
export function terminalQr(text: string, hasColours: boolean): string {
  const rows = qrRows(text);
  const isDrawn = (row: number, column: number): boolean => (rows[row]?.[column] === '1') === hasColours;
  return rows
    .filter((_, index) => index % 2 === 0)
    .map((row, index) => Array.from(row, (__, column) => halfBlock(isDrawn(2 * index, column), isDrawn(2 * index + 1, column))).join(''))
    .map((line) => (hasColours ? `${BLACK_ON_WHITE}${line}${RESET}` : line))
    .join('\n');
}

function halfBlock(isUpper: boolean, isLower: boolean): string {
  if (isUpper) return isLower ? '█' : '▀';
  return isLower ? '▄' : ' ';
}
