import type { z } from 'zod';
import type { blockSchema } from './block';

/** A built-in block as authors write it. */
export type BlockInput = z.input<typeof blockSchema>;

/**
 * A terminal block of a story's own. It stands for built-in blocks, which the build puts in its place: so it has their motion, their text
 * for readers and their place in the handout, and the page gets no code for it.
 */
export interface OwnBlock<Source = never> {
  /** The value of `type` in scene files. */
  readonly type: string;
  /** Schema of the block in scene files. */
  readonly schema: z.ZodType;
  /** Returns the blocks it stands for, at least one. Pure. */
  readonly expand: (block: Source) => readonly BlockInput[];
  /** A block that shows what it can do, for editors. */
  readonly example?: unknown;
}

/** Defines a terminal block. Validation makes sure that `expand` gets what the schema accepts. */
export function defineBlock<Source>(block: OwnBlock<Source>): OwnBlock {
  return block as unknown as OwnBlock;
}
