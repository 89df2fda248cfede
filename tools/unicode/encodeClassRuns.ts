/**
 * Sorts every code point into the classes of `src/core/terminal/width.ts`. Widths come from the package
 * `get-east-asian-width`; how characters join (UAX #29) is asked of `Intl.Segmenter`, so both must know {@link UNICODE_VERSION}.
 */
import { eastAsianWidth } from 'get-east-asian-width';
import type { CharClass } from '../../src/core/terminal/width';

/** The version of Unicode the table is made from. */
export const UNICODE_VERSION = '17.0';

const LAST_CODE_POINT = 0x10ffff;
const CONSONANT = '\u0915';
const VIRAMA = '\u094d';
const ZWNJ = '\u200c';
const ZWJ = '\u200d';

/** Characters that join nothing, most of all: asking the segmenter about each would take a minute. */
const NON_JOINING = /[\p{Unified_Ideograph}\p{Co}\p{Cn}]/u;
/** Code points without a character that have their properties in advance. */
const RESERVED_WITH_PROPERTIES = /[\p{Default_Ignorable_Code_Point}\p{Extended_Pictographic}]/u;

const segmenter = new Intl.Segmenter('en');

function isOneCluster(text: string): boolean {
  return segmenter.segment(text).containing(0)?.segment === text;
}

function classOf(code: number): CharClass {
  if (code >= 0xd800 && code <= 0xdfff) return 'O';
  const char = String.fromCodePoint(code);
  const isWide = eastAsianWidth(code) === 2;
  if (NON_JOINING.test(char) && !RESERVED_WITH_PROPERTIES.test(char)) return isWide ? 'W' : 'O';
  if (/\p{Regional_Indicator}/u.test(char)) return 'R';
  if (isOneCluster(`a${char}`)) return joinerClass(char);
  if (!isOneCluster(`${char}\u0308`)) return 'C';
  if (isOneCluster(`${char}a`)) return 'P';
  if (code >= 0xac00 && code <= 0xd7a3) return 'Y';
  if (isOneCluster(`\u1100${char}`)) return isOneCluster(`${char}\u1100`) ? 'J' : 'V';
  if (isOneCluster(`\u11a8${char}`)) return 'T';
  if (isOneCluster(`${CONSONANT}${VIRAMA}${char}`)) return 'D';
  if (/\p{Extended_Pictographic}/u.test(char)) return isWide ? 'H' : 'G';
  return isWide ? 'W' : 'O';
}

/** The class of a character that belongs to the one before it. */
function joinerClass(char: string): CharClass {
  if (char === ZWJ) return 'Z';
  if (char === ZWNJ) return 'N';
  if (isOneCluster(`${CONSONANT}${char}${CONSONANT}`)) return 'L';
  if (!isOneCluster(`\u{1f600}${char}${ZWJ}\u{1f600}`)) return 'S';
  if (/\p{Emoji_Modifier}/u.test(char)) return 'M';
  return /[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(char) ? 'E' : 'F';
}

/** Whether nothing has been said of a code point: it has no character, and no property in advance. */
function isUnassigned(code: number): boolean {
  const char = String.fromCodePoint(code);
  return /\p{Cn}/u.test(char) && !RESERVED_WITH_PROPERTIES.test(char) && eastAsianWidth(code) === 1;
}

/**
 * All code points in order, as runs of one class: its letter, and in base 36 how many there are where that is not 1. Code points
 * without a character take the class of the one before, which makes the table shorter.
 */
export function encodeClassRuns(): string {
  const runs: [CharClass, number][] = [];
  for (let code = 0; code <= LAST_CODE_POINT; code += 1) {
    const last = runs.at(-1);
    const next = code < 0x80 ? 'O' : last && isUnassigned(code) ? last[0] : classOf(code);
    if (last?.[0] === next) last[1] += 1;
    else runs.push([next, 1]);
  }
  return runs.map(([letter, count]) => `${letter}${count === 1 ? '' : count.toString(36)}`).join('');
}
