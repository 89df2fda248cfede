/** The text of a file, or the place of the first byte that is no UTF-8. */
export type Decoded = { readonly text: string } | { readonly line: number; readonly column: number; readonly fault: string };

const NEWLINE = 0x0a;
const UTF16_MARKS = ['fffe', 'feff'];

/** Reads `bytes` as UTF-8; a byte order mark at the start is left out, as editors on Windows write it. */
export function decode(bytes: Uint8Array): Decoded {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  if (UTF16_MARKS.includes(mark)) return { line: 1, column: 1, fault: 'text saved as UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ...firstFault(bytes), fault: 'a byte that is not valid UTF-8' };
  }
}

function firstFault(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const valid = validLength(bytes.subarray(start, end));
    if (valid !== undefined) return { line, column: valid + 1 };
    start = end;
  }
  return { line, column: 1 };
}

/** Number of characters before the first fault of a line; undefined if it has none. */
function validLength(line: Uint8Array): number | undefined {
  const isValid = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(line.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  const bytes = Array.from(line, (_, index) => index).find((index) => !isValid(index + 1));
  if (bytes === undefined) return undefined;
  return new TextDecoder().decode(line.subarray(0, bytes)).replace(/\uFFFD$/u, '').length;
}
