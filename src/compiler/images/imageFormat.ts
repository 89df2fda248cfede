/** The formats of pictures that every browser shows. */
export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'avif' | 'svg';

/** How a sentence names the formats. */
export const FORMATS_EXPECTED = 'a picture in PNG, JPEG, WebP, AVIF or SVG';

/** Characters of a text file in which its root element must begin. */
const HEAD_BYTES = 4096;

/** Returns the format of a picture by its bytes, whatever the file is called; undefined if it is none of these. */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
  const latin = head.toString('latin1');
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (latin.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (latin.startsWith('RIFF') && latin.startsWith('WEBP', 8)) return 'webp';
  if (latin.startsWith('ftyp', 4)) return /^avi[fs]/u.test(brandsOf(head)) || brandsOf(head).includes('avif') ? 'avif' : undefined;
  return isSvg(head.toString('utf8')) ? 'svg' : undefined;
}

/** The brands in the first box of a file in the ISO base media format: the main one, then the compatible ones. */
function brandsOf(head: Buffer): string {
  const size = head.length < 4 ? 0 : head.readUInt32BE(0);
  return head.toString('latin1', 8, 12) + head.toString('latin1', 16, Math.max(16, size));
}

/** Whether a text's first element is `svg`, after a declaration, comments and a doctype. */
function isSvg(text: string): boolean {
  const start = text.replace(/^\uFEFF/u, '').replace(/^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>)*/iu, '');
  return /^<(?:[\w-]+:)?svg[\s/>]/u.test(start);
}
