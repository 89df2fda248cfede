import type { Timeline } from '../timeline';
import { splitGraphemes } from './width';

/** Maximum number of stops to read: describing thousands of stops would delay the first one. */
const MAX_STOPS = 200;

const BEYOND_ASCII = /[^\0-\x9f]+/gu;

/** Returns the distinct grapheme clusters that the first {@link MAX_STOPS} stops print; of recordings, those beyond ASCII. */
export function usedCharacters({ stops }: Timeline): string {
  const characters = new Set<string>();
  for (const { blocks, textLines, recorded } of stops.slice(0, MAX_STOPS)) {
    const texts = blocks ? textLines : (recorded?.events ?? []).flatMap(([, output]) => output.match(BEYOND_ASCII) ?? []);
    for (const text of texts) for (const character of splitGraphemes(text)) characters.add(character);
  }
  return [...characters].join('');
}
