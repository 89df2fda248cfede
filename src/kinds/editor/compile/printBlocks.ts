import type { Block } from '../../../core/story';
import { blockLines } from '../../../core/terminal/blockLines';
import { createElements } from '../../../core/terminal/elements';
import { layoutElements } from '../../../core/terminal/layoutElements';
import { SETTLE_DELAY_MS, typingScheduler } from '../../../core/terminal/outputScheduler';
import { maxOf } from '../../../core/maxOf';
import type { CompileContext } from '../../compileContext';
import type { Printed } from '../scene';
import type { EditorStepSource } from '../schema/step';

/** Cells of a row of the terminal below the code, on a wide stage and on a phone. */
const COLUMNS = { wide: 72, narrow: 40 } as const;

/** Lays out what a step prints in the terminal. The page gets rows, and no code of blocks. */
export async function printBlocks(
  source: NonNullable<EditorStepSource['blocks']>,
  step: number,
  { highlightCode, timing }: CompileContext,
): Promise<Printed> {
  const blocks = (await highlightCode(source, ['steps', step, 'blocks'])) as readonly Block[];
  const rowsAt = (columns: number) => layoutElements(createElements(blocks, typingScheduler(timing, step)), columns);
  return { wide: rowsAt(COLUMNS.wide), narrow: rowsAt(COLUMNS.narrow), lines: blocks.flatMap(blockLines) };
}

/** Returns the milliseconds that output takes to appear. */
export function printingMs(printed: Printed | null | undefined): number {
  return printed
    ? Math.round(
        maxOf(
          printed.wide.flat().map(({ at }) => at),
          0,
        ),
      ) + SETTLE_DELAY_MS
    : 0;
}
