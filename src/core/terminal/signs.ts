import type { Timeline } from '../timeline';
import { clustersOf } from './width';

/** Stops whose signs are told: those of a long talk. To look at thousands would hold up the first. */
const STOPS = 200;

/** Every sign that blocks print in the terminal, once; of a very long story, what its first stops print. */
export function signsOf({ stops }: Timeline): string {
  const signs = new Set<string>();
  for (const { blocks, lines } of stops.slice(0, STOPS)) if (blocks) for (const line of lines) for (const sign of clustersOf(line)) signs.add(sign);
  return [...signs].join('');
}
