/**
 * The characters two cells wide in Unicode 11, as the terminal counts them (`@xterm/addon-unicode11`): each entry is
 * a first code point and, after a hyphen, how many follow it, in base 36. A test compares every code point.
 */
const WIDE = `
  3cw-2n 6xm-1 6y1-1 73d-3 73k 73n 7i5-1 7is-1 7k8-b 7lr 7mb 7mp 7my-1 7nh-1 7no-1 7ny 7o4 7oq 7oy-1 7p1 7p6
  7p9 7ph 7pm-1 7qg 7rg 7ri 7rn-2 7rr 7th-2 7u8 7un 8ij-1 8k0 8k5 96o-p 97f-2g 9a8-5x 9gw-b 9hc-15 9im-g
  9j5-2d 9ln-2s 9ol-16 9pt-2l 9sg-16 9ts-z 9v4-1a 9wg-13 9xs-5f3 feo-h3g wi8-1i xgg-s xz4-8mb 1d6o-e7 1e6o-9
  1e7k-y 1e8k-i 1e94-3 1edd-2n 1ejk-6 20o0-3 20ow-4qf 25fk-ky 2dc0-7y 2dlc-2 2dlw-3 2dm8-az 2pz8 2q4v 2qa6
  2qa9-9 2qdc-2 2qds-17 2qf4-8 2qfk-1 2qg0-5 2qkg-w 2qlp-8 2qlz-1x 2qny-l 2qow-16 2qq7-4 2qqo-g 2qr8 2qrc-1y
  2qtc 2qte-56 2qyn-1q 2r0r-3 2r0w-n 2r22 2r2t-1 2r38 2r5n-2c 2r9c-1x 2rbg 2rbk-2 2rbp 2rcb-1 2rck-6 2rj4-b
  2rrh-2s 2rub-3 2rui-14 2rvp-5 2rvy-s 2rwt-1e 2s1c-3 2s1k-2 2s1s-2 2s28-5 2t4w-1ekd 47pc-1ekd
`
  .trim()
  .split(/\s+/u)
  .map((entry) => {
    const [from = '0', more = '0'] = entry.split('-');
    return [Number.parseInt(from, 36), Number.parseInt(from, 36) + Number.parseInt(more, 36)] as const;
  });

/** Nothing below is wide. */
const FIRST_WIDE = WIDE[0]?.[0] ?? 0;

/** Whether a character takes two cells. */
export function isWide(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < FIRST_WIDE) return false;
  let low = 0;
  let high = WIDE.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = WIDE[middle]!;
    if (code < from) high = middle - 1;
    else if (code > to) low = middle + 1;
    else return true;
  }
  return false;
}

/** Cells a character takes: 1 or 2. Validation keeps characters of no width out of scenes. */
export function charWidth(char: string): 1 | 2 {
  return isWide(char) ? 2 : 1;
}

/** Cells `text` takes on one row. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}
