/** Milliseconds after which a stop is shown without the pictures that are still loading. */
const DECODE_TIMEOUT_MS = 5000;

/** Pictures that are kept decoded: those of the current stop and the next one, with room for large stops. */
const MAX_KEPT = 40;

/** Elements of loaded pictures, oldest first. The browser keeps a picture in memory while an element has it. */
const kept = new Map<string, HTMLImageElement>();

/** Whether all pictures have been decoded. Pictures that failed to load are tried again. */
export function areDecoded(images: readonly string[]): boolean {
  return images.every((src) => kept.has(src));
}

/** Loads and decodes pictures, so that they are painted in the frame that shows them. Resolves also if some fail, or after 5 s. */
export async function decodeImages(images: readonly string[]): Promise<void> {
  await settleWithin(images.map(decodeImage));
}

/** Decodes the pictures of a document that has just been rendered. Resolves also if some fail, or after 5 s. */
export async function decodeElements(elements: Iterable<HTMLImageElement>): Promise<void> {
  await settleWithin(Array.from(elements, (image) => image.decode()));
}

async function settleWithin(tasks: readonly Promise<unknown>[]): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => (timer = setTimeout(resolve, DECODE_TIMEOUT_MS)));
  await Promise.race([Promise.allSettled(tasks), timeout]);
  clearTimeout(timer);
}

async function decodeImage(src: string): Promise<void> {
  const image = kept.get(src) ?? new Image();
  // Only of a new element: setting the attribute again loads the picture again.
  if (!kept.has(src)) image.src = src;
  await image.decode();
  kept.delete(src);
  kept.set(src, image);
  for (const oldest of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(oldest);
}
