import type { Timeline } from '../timeline';
import { clustersOf } from './width';

/** Stops whose signs are told: those of a long talk. To look at thousands would hold up the first. */
const STOPS = 200;

/** Whatever is no letter, digit or sign of ASCII, and no control. */
const BEYOND_ASCII = /[^\0-\x9f]+/gu;

/**
 * Every cluster that is printed in the terminal, once; of recordings, those beyond ASCII. Of a very long story, what its first
 * stops print.
 */
export function signsOf({ stops }: Timeline): string {
  const signs = new Set<string>();
  for (const { blocks, lines, recorded } of stops.slice(0, STOPS)) {
    const texts = blocks ? lines : (recorded?.events ?? []).flatMap(([, output]) => output.match(BEYOND_ASCII) ?? []);
    for (const text of texts) for (const sign of clustersOf(text)) signs.add(sign);
  }
  return [...signs].join('');
}
