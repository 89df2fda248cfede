import { linesOfSecret } from '../../secrets/findPrivateText';
import { isInWord } from '../privacy/variantFinder';

/** A part of a text, from UTF-16 offset to UTF-16 offset. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Returns the places of `old` in `text`, or of its lines. A name of letters and digits counts only where it is a whole word. */
export function placesOf(text: string, old: string): readonly Place[] {
  return linesOfSecret(old).flatMap((line) => {
    const places: Place[] = [];
    for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + line.length))
      if (!isInWord(text, at, line.length)) places.push({ start: at, end: at + line.length });
    return places;
  });
}
