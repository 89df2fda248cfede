import { escapeReferences } from '../../core/variables';
import { isInWord } from './variantFinder';

/** The values of the story's variables, by name. */
export type StoryValues = ReadonlyMap<string, string>;

/** Shorter values, and plain words, occur by chance. */
const MIN_LENGTH = 4;

type Piece = readonly [text: string, isReference: boolean];

/** Returns a text that refers to the story's variables instead of repeating their values. References that are in it are escaped. */
export function referToVariables(text: string, values: StoryValues): string {
  let pieces: readonly Piece[] = [[text, false]];
  for (const [name, value] of values) {
    if (value.length < MIN_LENGTH || /^\p{L}+$/u.test(value) || !text.includes(value)) continue;
    pieces = pieces.flatMap((piece) => (piece[1] ? [piece] : splitAtWord(piece[0], value, `{{${name}}}`)));
  }
  return pieces.map(([piece, isReference]) => (isReference ? piece : escapeReferences(piece))).join('');
}

function splitAtWord(text: string, value: string, reference: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    // A backslash before a reference would escape it.
    if (at < last || isInWord(text, at, value.length) || text[at - 1] === '\\') continue;
    pieces.push([text.slice(last, at), false], [reference, true]);
    last = at + value.length;
  }
  return [...pieces, [text.slice(last), false]];
}
