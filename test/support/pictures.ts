import sharp from 'sharp';

/** The formats of {@link drawPicture}. */
type DrawnFormat = 'png' | 'jpeg' | 'webp' | 'avif';

/** Returns a picture of two colours, the left half red, the right half blue. */
export async function drawPicture(format: DrawnFormat, width = 40, height = 20): Promise<Buffer> {
  const right = { create: { width: Math.ceil(width / 2), height, channels: 3, background: '#0000ff' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: right, left: Math.floor(width / 2), top: 0 }])
    .toFormat(format)
    .toBuffer();
}

/** A drawing with a size of 300 × 200. */
export const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><path d="M0 0h300v200z"/></svg>';

/** Returns the number of pixels of two screenshots of the same size that differ visibly: by more than 8 of 255 in a channel. */
export async function countDifferentPixels(first: Buffer, second: Buffer): Promise<number> {
  const [one, other] = await Promise.all([first, second].map((png) => sharp(png).removeAlpha().raw().toBuffer()));
  let count = 0;
  for (let at = 0; at < one!.length; at += 3)
    if ([0, 1, 2].some((channel) => Math.abs(one![at + channel]! - other![at + channel]!) > 8)) count += 1;
  return count;
}
