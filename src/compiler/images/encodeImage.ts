import type { Sharp as SharpImage } from 'sharp';
import type { ImageSource } from '../../schema/image';
import type { ImageFormat } from './imageFormat';
import type { Sharp } from './loadSharp';

/** The widest stage for which pictures keep all the pixels that it shows. */
const STAGE_PIXELS = 3840;

/** A PNG of fewer bytes keeps every pixel as it is. */
const SMALL_BYTES = 60_000;

/** Painted over redacted areas: a colour that is seen on white and on black. */
const REDACTION_COLOUR = '#6b7080';

export interface EncodeOptions {
  readonly format: ImageFormat;
  readonly redact: ImageSource['redact'];
  /** How many times larger than the stage the picture is shown at most. */
  readonly zoom: number;
}

/**
 * Returns a picture as WebP, upright, without the redacted pixels, and with no more pixels than a stage shows. Nothing but the pixels
 * leaves the build: no metadata, and no bytes that editors leave behind in files. Of an animation, only the first frame is left.
 * @throws if the file is damaged
 */
export async function encodeImage(sharp: Sharp, bytes: Buffer, { format, redact = [], zoom }: EncodeOptions): Promise<Buffer> {
  const upright = sharp(bytes, { failOn: 'error', limitInputPixels: 0x3fff ** 2 }).autoOrient();
  const maxSide = Math.ceil(STAGE_PIXELS * zoom);
  const image = redact.length === 0 ? upright : await paintOver(sharp, upright, redact);
  const fitted = image.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
  if (format === 'png' && bytes.length < SMALL_BYTES) return fitted.webp({ lossless: true, effort: 2 }).toBuffer();
  // Letters on coloured ground need their colours in full resolution; photographs do not.
  const options = format === 'png' ? { quality: 90, smartSubsample: true, effort: 2 } : { quality: 82, effort: 2 };
  return fitted.webp(options).toBuffer();
}

/** Paints over areas in a bitmap of its own, so that no pixel of them is in what follows. Parts of pixels count as whole ones. */
async function paintOver(sharp: Sharp, image: SharpImage, areas: NonNullable<ImageSource['redact']>): Promise<SharpImage> {
  const overlays = areas.map(({ x, y, width, height }) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const size = { width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
    return { input: { create: { ...size, channels: 3 as const, background: REDACTION_COLOUR } }, left, top };
  });
  const { data, info } = await image.toColourspace('srgb').composite(overlays).raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}
