/** Bytes in which a page must name its charset. Source: HTML, 13.2.3.2 */
const PRESCAN_BYTES = 1024;

/** The text of a file, or why it has none. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/** Decodes a page by its byte order mark, or else by the charset that it names, or else as UTF-8. */
export function decodeHtml(bytes: Uint8Array): Decoded {
  const charset = charsetOf(bytes);
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes) };
  } catch (error) {
    const reason =
      error instanceof RangeError ? `in the unknown charset ${JSON.stringify(charset)}` : `which is not in its charset, ${charset}`;
    return { problem: reason };
  }
}

function charsetOf(bytes: Uint8Array): string {
  const mark = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  if (mark === 'efbbbf') return 'utf-8';
  if (mark.startsWith('fffe')) return 'utf-16le';
  if (mark.startsWith('feff')) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES))
    .toString('latin1')
    .replaceAll(/<!--[^]*?-->/gu, '');
  const named = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:+-]+)/iu.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // A page that could be read so far is not in UTF-16. Source: HTML, 13.2.3.2
  return named.startsWith('utf-16') ? 'utf-8' : named;
}
