import type { z } from 'zod';
import type { blockSchema } from './block';

/** A built-in block as authors write it. */
export type BlockInput = z.input<typeof blockSchema>;

/**
 * A terminal block that a story defines. The build replaces it with built-in blocks, so the page and the handout show those, and the
 * page needs no code for it.
 */
export interface OwnBlock<Source = never> {
  /** The value of `type` in scene files. */
  readonly type: string;
  /** Schema of the block in scene files. */
  readonly schema: z.ZodType;
  /** Returns the built-in blocks that replace `block`, at least one. Pure. */
  readonly expand: (block: Source) => readonly BlockInput[];
  /** A block that shows what it can do, for editors. */
  readonly example?: unknown;
}

/** Defines a terminal block. `expand` receives only values that the schema has validated. */
export function defineBlock<Source>(block: OwnBlock<Source>): OwnBlock {
  return block as unknown as OwnBlock;
}
