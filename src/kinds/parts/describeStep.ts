import type { Block } from '../../core/story';
import { blockLines } from '../../core/terminal/blockLines';
import type { StepDescription } from '../../core/timeline';

/** Describes a step in a terminal window that prints `blocks`. */
export function describeTerminal(
  { window, continues }: { readonly window: string; readonly continues?: boolean | undefined },
  step: number,
  blocks: readonly Block[] = [],
): StepDescription {
  return { surface: 'terminal', window, continues, blocks, textLines: [...(step === 0 ? [window] : []), ...blocks.flatMap(blockLines)] };
}
