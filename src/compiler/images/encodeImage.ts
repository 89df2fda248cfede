import type { Sharp as SharpImage } from 'sharp';
import type { ImageSource } from '../../schema/image';
import type { ImageFormat } from './imageFormat';
import type { Sharp } from './loadSharp';

/** The widest stage for which pictures keep all the pixels that it shows. */
const STAGE_PIXELS = 3840;

/** A picture of fewer bytes is not worth another loss of quality. */
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
 * Returns a picture upright, without the redacted pixels, without metadata, with no more pixels than a stage shows, and smaller;
 * undefined if the file is best published as it is. Of an animation, only the first frame is left.
 * @throws if the file is damaged
 */
export async function encodeImage(sharp: Sharp, bytes: Buffer, { format, redact = [], zoom }: EncodeOptions): Promise<Buffer | undefined> {
  const open = (): SharpImage => sharp(bytes, { failOn: 'error', limitInputPixels: 0x3fff ** 2 });
  const { orientation = 1, exif, xmp, iptc, comments, pages = 1, width, height } = await open().metadata();
  const maxSide = Math.ceil(STAGE_PIXELS * zoom);
  const mustChange =
    redact.length > 0 ||
    orientation > 1 ||
    Boolean(exif ?? xmp ?? iptc ?? comments) ||
    hasTrailingBytes(bytes, format) ||
    pages > 1 ||
    Math.max(width, height) > maxSide;
  const isCompact = format === 'webp' || format === 'avif' || bytes.length < SMALL_BYTES;
  if (!mustChange && isCompact) {
    // Decodes the whole file, which fails if it is damaged.
    await open().stats();
    return undefined;
  }
  const upright = open().autoOrient();
  const image = redact.length === 0 ? upright : await paintOver(sharp, upright, redact);
  const fitted = image.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
  // Letters on coloured ground need their colours in full resolution; photographs do not.
  const options = format === 'png' ? { quality: 90, smartSubsample: true, effort: 2 } : { quality: 82, effort: 2 };
  const encoded = await fitted.webp(options).toBuffer();
  return mustChange || encoded.length < bytes.length ? encoded : undefined;
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

/** Whether bytes follow the end of the picture, as the rest of a larger one in screenshots that were cropped in place. */
function hasTrailingBytes(bytes: Buffer, format: ImageFormat): boolean {
  if (format === 'png') return bytes.indexOf('IEND', undefined, 'latin1') + 8 < bytes.length;
  if (format === 'jpeg') return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2 < bytes.length;
  if (format === 'webp') return bytes.readUInt32LE(4) + 8 < bytes.length;
  return false;
}
