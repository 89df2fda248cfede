/**
 * Splits text into grapheme clusters (UAX #29) and measures their cells. The layout and xterm.js both use `nextProperty()`.
 * `npm run unicode` writes the table. ADR 014
 */
import { CLASS_RUNS } from './characterClassRuns.ts';

/**
 * The class of a code point decides which others it joins, and its number of cells:
 * - C: invisible, no cell, joins nothing
 * - E, F, M: combining, with no, one and two cells (skin tones); S: spacing mark; P: prepended mark
 * - Z, N: zero width joiner and non-joiner
 * - D, L: consonant and linker of Indic scripts
 * - G, H: pictograph with one cell and with two; R: regional indicator, half of a flag
 * - J, V, T: leading, vowel and trailing jamo of Hangul; Y: syllable of Hangul
 * - O, W: all others, with one cell and with two
 */
export type CharClass = 'O' | 'W' | 'C' | 'E' | 'F' | 'M' | 'S' | 'P' | 'Z' | 'N' | 'D' | 'L' | 'G' | 'H' | 'R' | 'J' | 'V' | 'T' | 'Y';

/** Classes without a cell: they share the cell before them. */
const NO_CELLS = 'CEZNL';
const TWO_CELLS = 'WMHJY';
/** Marks that have cells. */
const SPACING_MARKS = 'FMS';

/** The context that decides whether the next code point joins; `State.Any` joins combining marks only. */
const State = {
  Any: 0,
  Closed: 1,
  Prepend: 2,
  Pictograph: 3,
  JoinedPictograph: 4,
  Keycap: 5,
  Consonant: 6,
  Linked: 7,
  HalfFlag: 8,
  Leading: 9,
  Vowel: 10,
  Trailing: 11,
} as const;
type State = (typeof State)[keyof typeof State];

const EMOJI_SELECTOR = 0xfe0f;
const FIRST_SYLLABLE = 0xac00;
/** Hangul syllables for each leading consonant and vowel: the first has no trailing consonant, the others have one. */
const SYLLABLES_PER_VOWEL = 28;

const rangeStarts: number[] = [];
const rangeClasses: CharClass[] = [];
let next = 0;
for (const [, letter, count] of CLASS_RUNS.matchAll(/([A-Z])([0-9a-z]*)/gu)) {
  rangeStarts.push(next);
  rangeClasses.push(letter as CharClass);
  next += count === '' ? 1 : Number.parseInt(count!, 36);
}

function classOf(code: number): CharClass {
  let low = 0;
  let high = rangeStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (code < rangeStarts[middle]!) high = middle;
    else low = middle;
  }
  return rangeClasses[low]!;
}

function cellsOfClass(letter: CharClass): number {
  return NO_CELLS.includes(letter) ? 0 : TWO_CELLS.includes(letter) ? 2 : 1;
}

/** Whether a code point of class `letter`, which has cells, belongs to the cluster that is in `state`. */
function joinsCluster(letter: CharClass, state: State): boolean {
  if (state === State.Closed) return false;
  if (state === State.Prepend || SPACING_MARKS.includes(letter)) return true;
  if (letter === 'G' || letter === 'H') return state === State.JoinedPictograph;
  if (letter === 'R') return state === State.HalfFlag;
  if (letter === 'D') return state === State.Linked;
  if (letter === 'V') return state === State.Leading || state === State.Vowel;
  if (letter === 'T') return state === State.Vowel || state === State.Trailing;
  return (letter === 'J' || letter === 'Y') && state === State.Leading;
}

/** Returns the state after a combining code point in a cluster of `state`. */
function stateAfterExtending(letter: CharClass, state: State): State {
  if (letter === 'C' || state === State.Closed) return State.Closed;
  if (letter === 'S') return State.Any;
  if (state === State.Pictograph) return letter === 'Z' ? State.JoinedPictograph : State.Pictograph;
  if (state !== State.Consonant && state !== State.Linked) return State.Any;
  return letter === 'L' ? State.Linked : letter === 'N' ? State.Any : state;
}

/** States after a code point that starts a cluster, or joins one without being a mark, by class. */
const STARTING_STATES: Partial<Record<CharClass, State>> = {
  P: State.Prepend,
  G: State.Pictograph,
  H: State.Pictograph,
  D: State.Consonant,
  J: State.Leading,
  V: State.Vowel,
  T: State.Trailing,
};

function stateAfterStarting(letter: CharClass, code: number, isJoined: boolean): State {
  if (letter === 'R') return isJoined ? State.Any : State.HalfFlag;
  if (letter === 'Y') return (code - FIRST_SYLLABLE) % SYLLABLES_PER_VOWEL === 0 ? State.Vowel : State.Trailing;
  return STARTING_STATES[letter] ?? State.Any;
}

/**
 * Returns the properties of a code point, in the format of `IUnicodeVersionProvider.charProperties` of xterm.js: bit 0 is set if it
 * joins the cluster before it, bits 1 and 2 are the cells of the cluster so far (0 to 2), higher bits the state for the next code
 * point. `before` is the result for the code point before; 0 if there is none or an escape sequence came between.
 * A cluster takes the cells of its code points, at most two, and two if U+FE0F makes it an emoji.
 */
export function nextProperty(code: number, before: number): number {
  const state = (before >> 3) as State;
  if (code < 0x7f && state !== State.Prepend) {
    const isKeycap = (code >= 0x30 && code <= 0x39) || code === 0x23 || code === 0x2a;
    return code < 0x20 ? 0 : (isKeycap ? State.Keycap << 3 : 0) | 2;
  }
  const letter = classOf(code);
  const cells = cellsOfClass(letter);
  const width = (before >> 1) & 3;
  if (cells === 0) {
    const isEmoji = code === EMOJI_SELECTOR && (state === State.Pictograph || state === State.Keycap);
    return (stateAfterExtending(letter, before === 0 ? State.Closed : state) << 3) | ((isEmoji ? 2 : width) << 1) | 1;
  }
  const isJoined = before !== 0 && joinsCluster(letter, state);
  if (!isJoined) return (stateAfterStarting(letter, code, false) << 3) | (cells << 1);
  const after = SPACING_MARKS.includes(letter) ? stateAfterExtending(letter, state) : stateAfterStarting(letter, code, true);
  return (after << 3) | (Math.min(2, width + cells) << 1) | 1;
}

/** Splits `text` into grapheme clusters. A character without a cell joins the cluster before it, even where Unicode would break. */
export function splitGraphemes(text: string): readonly string[] {
  const clusters: string[] = [];
  let before = 0;
  for (const char of text) {
    before = nextProperty(char.codePointAt(0) ?? 0, before);
    if (before & 1 && clusters.length > 0) clusters[clusters.length - 1] += char;
    else clusters.push(char);
  }
  return clusters;
}

/** Returns the cells `text` takes in one row. */
export function textWidth(text: string): number {
  let cells = 0;
  let before = 0;
  for (const char of text) {
    const property = nextProperty(char.codePointAt(0) ?? 0, before);
    cells += ((property >> 1) & 3) - (property & 1 ? (before >> 1) & 3 : 0);
    before = property;
  }
  return cells;
}

/** Whether a cluster begins with a character of two cells: an ideograph, kana, a syllable of Hangul, an emoji. */
export function isWide(cluster: string): boolean {
  return TWO_CELLS.includes(classOf(cluster.codePointAt(0) ?? 0));
}
