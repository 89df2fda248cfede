import { crc32 } from 'node:zlib';

/** Parts of a PNG that say something about it: texts, camera data, times. */
const PNG_NOTES = /^(?:tEXt|zTXt|iTXt|eXIf|tIME)$/u;

/** Returns a picture without the texts and camera data that programs write into it, where they can be taken out without a decoder. */
export function withoutMetadata(bytes: Uint8Array, format: string): Uint8Array {
  if (format === 'png') return pngWithoutNotes(Buffer.from(bytes));
  return format === 'jpg' ? jpegWithoutNotes(Buffer.from(bytes)) : bytes;
}

/** Chunks: length, type, data, checksum. What is after the last one goes too. */
function pngWithoutNotes(bytes: Buffer): Uint8Array {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const [end, type] = [at + 12 + bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    if (!PNG_NOTES.test(type)) parts.push(bytes.subarray(at, end));
    else if (type === 'eXIf') parts.push(orientationChunk(bytes.subarray(at + 8, end - 4)));
    at = type === 'IEND' ? bytes.length : end;
  }
  return Buffer.concat(parts);
}

/** Segments up to the scan; those of programs go, but for the ones that say how colours are stored (0, 2, 14). */
function jpegWithoutNotes(bytes: Buffer): Uint8Array {
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const [marker, end] = [bytes[at + 1]!, at + 2 + bytes.readUInt16BE(at + 2)];
    const isNote = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);
    if (!isNote) parts.push(bytes.subarray(at, end));
    else if (bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0') parts.push(orientationSegment(bytes.subarray(at + 10, end)));
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

function orientationChunk(exif: Buffer): Buffer {
  const data = orientationOnly(exif);
  if (data.length === 0) return data;
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), data, Buffer.alloc(4)]);
  chunk.writeUInt32BE(data.length, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}

function orientationSegment(exif: Buffer): Buffer {
  const data = orientationOnly(exif);
  if (data.length === 0) return data;
  const head = Buffer.from('\u00ff\u00e1\0\0Exif\0\0', 'latin1');
  head.writeUInt16BE(data.length + 8, 2);
  return Buffer.concat([head, data]);
}

/** Returns camera data that only say how a picture is turned, as browsers do; nothing of one that is upright. Source: Exif 2.3, 4.6 */
function orientationOnly(exif: Buffer): Buffer {
  const orientation = orientationOf(exif);
  if (orientation < 2 || orientation > 8) return Buffer.alloc(0);
  const [byteOrder, entry] = ['MM\0\u002a\0\0\0\u0008\0\u0001', '\u0001\u0012\0\u0003\0\0\0\u0001\0'];
  return Buffer.from(`${byteOrder}${entry}${String.fromCodePoint(orientation)}\0\0\0\0\0\0`, 'latin1');
}

function orientationOf(exif: Buffer): number {
  const isLittle = exif.toString('latin1', 0, 2) === 'II';
  const number = (at: number, size: 2 | 4): number => {
    if (at + size > exif.length) return 0;
    if (size === 2) return isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at);
    return isLittle ? exif.readUInt32LE(at) : exif.readUInt32BE(at);
  };
  const table = number(4, 4);
  const count = number(table, 2);
  for (let index = 0; index < count; index += 1) {
    const entry = table + 2 + 12 * index;
    if (number(entry, 2) === 0x0112) return number(entry + 8, 2);
  }
  return 1;
}
