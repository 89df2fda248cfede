import { eastAsianWidth } from 'get-east-asian-width';
import type { CharClass } from '../../src/core/terminal/width';

/** The version that both `get-east-asian-width` and `Intl.Segmenter` must know. */
export const UNICODE_VERSION = '17.0';

const LAST_CODE_POINT = 0x10ffff;
const CONSONANT = '\u0915';
const VIRAMA = '\u094d';
const ZWNJ = '\u200c';
const ZWJ = '\u200d';

/** Most characters never join others; testing each with the segmenter would take a minute. */
const NON_JOINING = /[\p{Unified_Ideograph}\p{Co}\p{Cn}]/u;
/** Unassigned code points whose properties are reserved. */
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

/** Returns the class of a character that extends the cluster before it. */
function joinerClass(char: string): CharClass {
  if (char === ZWJ) return 'Z';
  if (char === ZWNJ) return 'N';
  if (isOneCluster(`${CONSONANT}${char}${CONSONANT}`)) return 'L';
  if (!isOneCluster(`\u{1f600}${char}${ZWJ}\u{1f600}`)) return 'S';
  if (/\p{Emoji_Modifier}/u.test(char)) return 'M';
  return /[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(char) ? 'E' : 'F';
}

/** Returns whether a code point is unassigned and has no reserved property. */
function isUnassigned(code: number): boolean {
  const char = String.fromCodePoint(code);
  return /\p{Cn}/u.test(char) && !RESERVED_WITH_PROPERTIES.test(char) && eastAsianWidth(code) === 1;
}

/**
 * Returns the class of every code point (see `src/core/terminal/width.ts`) as runs: the letter of the class, then the length in base
 * 36 unless it is 1. Widths come from `get-east-asian-width`, joining (UAX #29) from `Intl.Segmenter`. Unassigned code points take
 * the class of the one before, which makes the table shorter.
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
