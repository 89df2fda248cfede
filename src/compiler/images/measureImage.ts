import { imageSize } from 'image-size';
import type { ImageFormat } from './imageFormat';

/** The size of a picture as it is upright, in pixels. */
export interface ImageDimensions {
  readonly width: number;
  readonly height: number;
}

/** From this EXIF orientation on, a picture lies on its side. */
const FIRST_SIDEWAYS_ORIENTATION = 5;

/** Returns the size of a picture as browsers show it; undefined if the file does not say it. */
export function measureImage(bytes: Uint8Array): ImageDimensions | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    return orientation >= FIRST_SIDEWAYS_ORIENTATION ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/** Whether a file ends before its picture does, as after an interrupted download. Reads no pixels. */
export function isTruncated(bytes: Buffer, format: ImageFormat): boolean {
  if (format === 'png') return bytes.lastIndexOf('IEND', undefined, 'latin1') < 0;
  if (format === 'jpeg') return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0;
  if (format === 'webp') return bytes.length < 12 || bytes.readUInt32LE(4) + 8 > bytes.length;
  if (format === 'avif') return isBoxMissing(bytes);
  return false;
}

/** Whether the boxes of a file in the ISO base media format are longer than the file. */
function isBoxMissing(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    // A size of 0 means up to the end of the file; that of 1 is given in 64 bits.
    if (size === 0) return false;
    const length = size === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : size;
    if (length < 8) return true;
    at += length;
  }
  return at !== bytes.length;
}
