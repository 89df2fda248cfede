import type { Timeline } from '../timeline';
import { splitGraphemes } from './width';

/** Stops whose signs are told: those of a long talk. To look at thousands would hold up the first. */
const MAX_STOPS = 200;

/** Whatever is no letter, digit or sign of ASCII, and no control. */
const BEYOND_ASCII = /[^\0-\x9f]+/gu;

/**
 * Every cluster that is printed in the terminal, once; of recordings, those beyond ASCII. Of a very long story, what its first
 * stops print.
 */
export function usedCharacters({ stops }: Timeline): string {
  const characters = new Set<string>();
  for (const { blocks, textLines, recorded } of stops.slice(0, MAX_STOPS)) {
    const texts = blocks ? textLines : (recorded?.events ?? []).flatMap(([, output]) => output.match(BEYOND_ASCII) ?? []);
    for (const text of texts) for (const character of splitGraphemes(text)) characters.add(character);
  }
  return [...characters].join('');
}
