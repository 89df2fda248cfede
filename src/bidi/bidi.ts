import type { BidiLayout } from '../core/terminal/bidiLayout';
import { reorderRow } from './reorderRow';
import { printBidiBlock } from './printBidiBlock';

export const bidi: BidiLayout = { printBlock: printBidiBlock, orderRow: reorderRow };
