/** The parts of a slide that come one by one. */
interface Items {
  readonly bullets?: readonly unknown[] | undefined;
  readonly columns?: readonly unknown[] | undefined;
  readonly table?: { readonly rows: readonly unknown[] } | undefined;
  readonly text?: readonly unknown[] | undefined;
}

/** Tables of more columns have a block for each row where the stage is narrow. */
export const MAX_NARROW_COLUMNS = 3;

/** Returns how many parts of a slide can come one by one: bullets, columns, rows of a table, or else paragraphs. */
export function itemCountOf({ bullets, columns, table, text }: Items): number {
  return (bullets ?? columns ?? table?.rows ?? text ?? []).length;
}

/** Returns how many of them are there at a step: all at the last one, and one fewer at each step before it, unless a step says so. */
export function shownAt(slide: Items & { readonly steps: readonly { readonly show?: number | undefined }[] }, step: number): number {
  const stepsLeft = slide.steps.length - 1 - step;
  return slide.steps[step]?.show ?? Math.max(0, itemCountOf(slide) - stepsLeft);
}
