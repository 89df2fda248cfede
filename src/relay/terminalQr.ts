import { encode } from 'uqr';

/** Modules of the light margin that scanners need. */
const MARGIN = 2;
/** Black on white, whatever the colours of the terminal are. */
const [BLACK_ON_WHITE, RESET] = ['\u001B[38;5;16;48;5;231m', '\u001B[0m'];

/** Returns a QR code as rows of half blocks. Without colours the light modules are drawn, as most terminals are dark. */
export function terminalQr(text: string, hasColours: boolean): string {
  const { data } = encode(text, { ecc: 'L', border: MARGIN });
  const isDrawn = (row: number, column: number): boolean => (data[row]?.[column] ?? false) === hasColours;
  const rows = Array.from({ length: Math.ceil(data.length / 2) }, (_, index) =>
    data.map((__, column) => halfBlock(isDrawn(2 * index, column), isDrawn(2 * index + 1, column))).join(''),
  );
  return rows.map((row) => (hasColours ? `${BLACK_ON_WHITE}${row}${RESET}` : row)).join('\n');
}

function halfBlock(isUpper: boolean, isLower: boolean): string {
  if (isUpper) return isLower ? '█' : '▀';
  return isLower ? '▄' : ' ';
}
