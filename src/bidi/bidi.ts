import type { Bidi } from '../core/terminal/bidi';
import { order } from './order';
import { print } from './print';

/** Text from right to left, for the terminals of the stories that have some. */
export const bidi: Bidi = { print, order };
