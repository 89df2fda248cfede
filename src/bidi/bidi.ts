import type { BidiLayout } from '../core/terminal/bidiLayout';
import { reorderRow } from './reorderRow';
import { printBidiBlock } from './printBidiBlock';

/** Text from right to left, for the terminals of the stories that have some. */
export const bidi: BidiLayout = { printBlock: printBidiBlock, orderRow: reorderRow };
