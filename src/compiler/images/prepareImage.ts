import { areaProblem } from '../../core/pictureArea';
import type { ImageSource } from '../../schema/image';
import type { JsonPath } from '../story/jsonPath';
import { decodeTextFile } from '../story/decodeTextFile';
import { checkSvg } from './checkSvg';
import { encodedImage } from './encodedImages';
import type { ImageFormat } from './imageFormat';
import { loadSharp, type Sharp } from './loadSharp';
import { isTruncated, measureImage, type ImageDimensions } from './measureImage';
import type { ImageFile } from './readImageFile';

/** A larger picture takes a gigabyte in memory when it is decoded, and no stage shows its pixels. */
const MAX_PIXELS_A_SIDE = 16_000;
const MAX_PIXELS = 100_000_000;

/** How many places of an SVG are named. */
const MAX_SVG_PROBLEMS = 20;

/** A picture as the build publishes it. */
export interface PreparedImage extends ImageDimensions {
  readonly bytes: Buffer;
  readonly format: ImageFormat;
  /** Pixels from left to right in the published file; undefined for an SVG, which is sharp at any size. */
  readonly publishedWidth: number | undefined;
  /** Whether sharp has made it, or found that it is best as it is. */
  readonly isOptimized: boolean;
}

/** What is wrong with a picture; `keys` lead from the picture in the scene to the field. */
export interface ImageProblem {
  readonly keys: JsonPath;
  readonly found: string;
  readonly expected: string;
}

/** Says how many times larger than the stage a picture is shown at most. */
export type ZoomOf = (picture: ImageDimensions) => number;

interface PrepareOptions {
  /** As the author wrote it. */
  readonly src: string;
  readonly redact: ImageSource['redact'];
  readonly zoom: ZoomOf;
  readonly storyFolder: string;
}

const WHOLE_PICTURE = 'a whole picture; save or download it again';

/** Makes of an author's picture the file that is published, or says what is wrong with it. */
export async function prepareImage(file: ImageFile, options: PrepareOptions): Promise<PreparedImage | readonly ImageProblem[]> {
  return file.format === 'svg' ? prepareSvg(file.bytes, options) : preparePixels(file, options);
}

function prepareSvg(bytes: Buffer, { src, redact }: PrepareOptions): PreparedImage | readonly ImageProblem[] {
  const name = JSON.stringify(src);
  const decoded = decodeTextFile(bytes);
  if (!('text' in decoded)) {
    const place = `line ${decoded.line}, column ${decoded.column}`;
    return [{ keys: ['src'], found: `${name}, which has ${decoded.problem} at ${place}`, expected: 'an SVG saved as UTF-8' }];
  }
  const { problems, size } = checkSvg(decoded.text);
  if (problems.length > 0)
    return problems
      .slice(0, MAX_SVG_PROBLEMS)
      .map(({ line, column, found }) => ({
        keys: ['src'],
        found: `${name}, which has ${found} at line ${line}, column ${column}`,
        expected: 'a drawing without code, animation, or anything from other files',
      }));
  if (!size)
    return [{ keys: ['src'], found: `${name}, which does not say its size`, expected: 'an <svg> with viewBox, or with width and height' }];
  if (redact)
    return [
      {
        keys: ['redact'],
        found: `areas of ${name}, whose shapes and texts would still be in its code`,
        expected: 'a picture of pixels: save the drawing as PNG, or take the secret out of it',
      },
    ];
  return { ...size, bytes, format: 'svg', publishedWidth: undefined, isOptimized: true };
}

async function preparePixels({ bytes, format }: ImageFile, options: PrepareOptions): Promise<PreparedImage | readonly ImageProblem[]> {
  const { src, redact, zoom, storyFolder } = options;
  const name = JSON.stringify(src);
  const damaged = [{ keys: ['src'], found: `${name}, which ends too early or is damaged`, expected: WHOLE_PICTURE }];
  const sharp = loadSharp(storyFolder);
  const size = sharp ? await uprightSize(sharp, bytes) : measureImage(bytes);
  if (!size || isTruncated(bytes, format)) return damaged;
  const { width, height } = size;
  if (Math.max(width, height) > MAX_PIXELS_A_SIDE || width * height > MAX_PIXELS) {
    const expected = `at most ${inThousands(MAX_PIXELS_A_SIDE)} pixels a side and ${inThousands(MAX_PIXELS)} in all; save it smaller`;
    return [{ keys: ['src'], found: `${name} with ${inThousands(width)} × ${inThousands(height)} pixels`, expected }];
  }
  const outside = (redact ?? []).flatMap((area, index) => {
    const problem = areaProblem(area, size);
    return problem ? [{ ...problem, keys: ['redact', index] }] : [];
  });
  if (outside.length > 0) return outside;
  if (!sharp) {
    if (redact)
      return [{ keys: ['redact'], found: 'areas to remove', expected: 'the package that removes them: npm install --save-dev sharp' }];
    return { ...size, bytes, format, publishedWidth: width, isOptimized: false };
  }
  try {
    const encoded = await encodedImage(sharp, bytes, { format, redact, zoom: zoom(size) }, storyFolder);
    return { ...size, bytes: encoded, format: 'webp', publishedWidth: measureImage(encoded)?.width, isOptimized: true };
  } catch {
    return damaged;
  }
}

/** Returns the size of a picture as sharp turns it upright, by the orientation that any format may give; undefined if it is damaged. */
async function uprightSize(sharp: Sharp, bytes: Buffer): Promise<ImageDimensions | undefined> {
  const { autoOrient } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ autoOrient: undefined }));
  return autoOrient && { width: autoOrient.width, height: autoOrient.height };
}

function inThousands(count: number): string {
  return count.toLocaleString('en');
}
