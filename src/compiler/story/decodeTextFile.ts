/** The text of a file, or the position of the first byte that is not UTF-8. */
export type DecodedText = { readonly text: string } | { readonly line: number; readonly column: number; readonly problem: string };

/** The decoder replaces every invalid byte with it. A valid file may contain it, too. */
const REPLACEMENT_CHARACTER = '\uFFFD';

const UTF16_BYTE_ORDER_MARKS = ['fffe', 'feff'];

/** Decodes `bytes` as UTF-8 and removes a byte order mark, which editors on Windows write. */
export function decodeTextFile(bytes: Uint8Array): DecodedText {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  if (UTF16_BYTE_ORDER_MARKS.includes(mark)) return { line: 1, column: 1, problem: 'text saved as UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ...firstInvalidByte(bytes), problem: 'a byte that is not valid UTF-8' };
  }
}

function firstInvalidByte(bytes: Uint8Array): { line: number; column: number } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const isInSource = (at: number) => {
    const start = Buffer.byteLength(text.slice(0, at));
    return Buffer.from(REPLACEMENT_CHARACTER).equals(bytes.subarray(start, start + 3));
  };
  let at = text.indexOf(REPLACEMENT_CHARACTER);
  while (isInSource(at)) at = text.indexOf(REPLACEMENT_CHARACTER, at + 1);
  const lines = text
    .slice(0, at)
    .replace(/^\uFEFF/u, '')
    .split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
