import type { Block, Scene } from '../../core/story';
import { blockLines } from '../../core/terminal/blockLines';
import type { StepDescription } from '../../core/timeline';

/** Describes a step of a browser page that shows `texts`; texts that the author left out are undefined. */
export function describePage(
  scene: Scene & Pick<StepDescription, 'address' | 'leave'>,
  step: number,
  texts: readonly (string | undefined)[],
): StepDescription {
  return {
    surface: 'browser',
    address: scene.address,
    leave: scene.leave,
    textLines: step > 0 ? [] : [`🔒 ${scene.address}`, ...texts.filter((text) => text !== undefined)],
  };
}

/** Describes a step in a terminal window that prints `blocks`. */
export function describeTerminal(
  { window, continues }: { readonly window: string; readonly continues?: boolean | undefined },
  step: number,
  blocks: readonly Block[] = [],
): StepDescription {
  return { surface: 'terminal', window, continues, blocks, textLines: [...(step === 0 ? [window] : []), ...blocks.flatMap(blockLines)] };
}
