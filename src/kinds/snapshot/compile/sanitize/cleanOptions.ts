import type { RemovalCounter } from './removals';

export interface CleanOptions {
  /** Returns the published address of a picture or font; undefined if it must not be asked for. */
  readonly resolve: (address: string) => string | undefined;
  readonly removed: RemovalCounter;
  /** Names of attributes that selectors of the page's styles have. */
  readonly styled: ReadonlySet<string>;
}
