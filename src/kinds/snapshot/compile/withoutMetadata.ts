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
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}
