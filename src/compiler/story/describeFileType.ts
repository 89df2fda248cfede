/** Magic bytes of file formats, in hexadecimal, at an offset. */
const SIGNATURES: readonly (readonly [name: string, bytes: string, offset?: number])[] = [
  ['a PNG picture', '89504e470d0a1a0a'],
  ['a JPEG picture', 'ffd8ff'],
  ['a GIF picture', hex('GIF8')],
  ['a WebP picture', hex('WEBP'), 8],
  ['a TIFF picture', '49492a00'],
  ['a TIFF picture', '4d4d002a'],
  ['an icon', '00000100'],
  ['an AVIF picture', hex('ftypavif'), 4],
  ['a HEIC picture', hex('ftyphei'), 4],
  ['an MP4 or QuickTime video', hex('ftyp'), 4],
  ['a WebM or Matroska video', '1a45dfa3'],
  ['an AVI video', hex('AVI '), 8],
  ['a PDF', hex('%PDF')],
  ['an archive (zip)', '504b0304'],
  ['an archive (7z)', '377abcaf271c'],
  ['an archive (tar)', hex('ustar'), 257],
  ['a file compressed with gzip', '1f8b'],
  ['a file compressed with bzip2', hex('BZh')],
  ['a file compressed with xz', 'fd377a585a00'],
  ['a file compressed with zstd', '28b52ffd'],
];

const HEADER_BYTES = 1024;

/** Returns the format of a file that is not plain text, with an article; undefined for text, also in UTF-16. */
export function describeFileType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEADER_BYTES));
  const known = SIGNATURES.find(
    ([, bytesInHex, offset = 0]) => head.toString('hex', offset, offset + bytesInHex.length / 2) === bytesInHex,
  );
  if (known) return known[0];
  const text = head.toString('utf8');
  if (/^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<svg[\s>]/isu.test(text)) return 'an SVG picture';
  if (/^\uFEFF?\s*<(?:!doctype html|html)[\s>]/iu.test(text)) return 'a web page';
  const isUtf16 = /^(?:fffe|feff)/u.test(head.toString('hex'));
  return !isUtf16 && head.includes(0) ? 'a binary file' : undefined;
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}
