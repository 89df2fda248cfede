import { createRequire } from 'node:module';

interface FrameOptions {
  /** `null` for that of the first frame. */
  readonly palette: readonly (readonly number[])[] | null;
  readonly first?: boolean;
  /** Bits of an index, at least 2. */
  readonly colorDepth: number;
  readonly transparent?: boolean;
  readonly transparentIndex?: number;
  /** What becomes of the frame before the next: 1 leaves it. */
  readonly dispose: number;
  /** How often the GIF is repeated: 0 for ever, -1 not at all. */
  readonly repeat?: number;
}

/** The part of gifenc that is used here. The package has no types, and its import differs between Node and bundlers. */
interface Gifenc {
  GIFEncoder(options: { readonly auto: boolean }): {
    writeHeader(): void;
    writeFrame(indices: Uint8Array, width: number, height: number, options: FrameOptions): void;
    /** Returns a copy of what has been written since {@link reset}. */
    bytes(): Uint8Array<ArrayBuffer>;
    reset(): void;
  };
  /** Returns at most `limit` colours for pixels. */
  quantize(rgba: Uint8Array, limit: number, options: { readonly format: 'rgb565' }): readonly (readonly [number, number, number])[];
}

const require = createRequire(import.meta.url);

export const { GIFEncoder, quantize } = require('gifenc') as Gifenc;
