import { checkSvg } from '../../../compiler/images/checkSvg';
import { imageFormat } from '../../../compiler/images/imageFormat';

const FONT_SIGNATURES: Readonly<Record<string, string>> = {
  wOF2: 'woff2',
  wOFF: 'woff',
  OTTO: 'otf',
  '\u0000\u0001\u0000\u0000': 'ttf',
  true: 'ttf',
};

/** Returns the file extension of a picture or font by its bytes; undefined if it is neither. */
export function assetFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (/^GIF8[79]a/u.test(head)) return 'gif';
  const format = imageFormat(bytes);
  if (format !== undefined) return format === 'jpeg' ? 'jpg' : format;
  const font = FONT_SIGNATURES[head.slice(0, 4)];
  return font !== 'ttf' || hasFontTables(bytes) ? font : undefined;
}

/** Whether a drawing runs nothing and asks for nothing when it is opened by itself. */
export function isHarmlessSvg(bytes: Uint8Array): boolean {
  return checkSvg(Buffer.from(bytes).toString('utf8')).problems.length === 0;
}

/** Whether bytes are as many as the tables of a font need that they name. Source: OpenType, 4 */
function hasFontTables(bytes: Uint8Array): boolean {
  const count = ((bytes[4] ?? 0) << 8) | (bytes[5] ?? 0);
  return count > 0 && bytes.length > 12 + 16 * count;
}
