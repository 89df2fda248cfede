import type { Bidi } from '../core/terminal/bidiLayout';
import { order } from './reorderRow';
import { print } from './printBidiBlock';

/** Text from right to left, for the terminals of the stories that have some. */
export const bidi: Bidi = { print, order };
