import { dirname, parse, resolve } from 'node:path';
import type { LoadedImage } from '../../core/story';
import type { ImageSource } from '../../schema/image';
import type { FieldProblem } from '../story/fieldProblems';
import type { JsonPath } from '../story/jsonPath';
import { isTruncated, measureImage } from './measureImage';
import { readImageFile } from './readImageFile';

/** A larger picture takes a gigabyte in memory when it is decoded, and no stage shows its pixels. */
const MAX_PIXELS_A_SIDE = 16_000;

/** Where pictures are read from and where the prepared files go. */
export interface ImageContext {
  /** The scene file. */
  readonly sceneFile: string;
  readonly storyFolder: string;
  report(problem: FieldProblem): void;
  addFile(file: string): void;
  emitAsset(name: string, content: Uint8Array): string;
}

/** Prepares every picture in validated data and copies everything else. Problems are at the path of the picture in `value`. */
export async function loadImages(value: unknown, at: JsonPath, context: ImageContext): Promise<unknown> {
  const visit = async (each: unknown, path: JsonPath): Promise<unknown> => {
    if (typeof each !== 'object' || each === null) return each;
    if (isImage(each)) return loadImage(each, path, context);
    if (Array.isArray(each)) return Promise.all(each.map((item, index) => visit(item, [...path, index])));
    const entries = Object.entries(each).map(async ([key, item]) => [key, await visit(item, [...path, key])] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  return visit(value, at);
}

/** Only pictures have both fields in validated data; the type {@link LoadedImage} relies on it, too. */
function isImage(value: object): value is ImageSource {
  return 'src' in value && 'alt' in value;
}

async function loadImage(image: ImageSource, at: JsonPath, context: ImageContext): Promise<LoadedImage | undefined> {
  const { src, redact: _, ...rest } = image;
  const file = resolve(dirname(context.sceneFile), src);
  context.addFile(file);
  const read = await readImageFile(file, src, [...at, 'src'], context.storyFolder);
  if ('path' in read) {
    context.report(read);
    return undefined;
  }
  const name = JSON.stringify(src);
  const fail = (found: string, expected: string): undefined => void context.report({ path: [...at, 'src'], found, expected });
  const size = measureImage(read.bytes);
  if (!size || isTruncated(read.bytes, read.format)) return fail(`${name}, which ends too early or is damaged`, 'a whole picture');
  const { width, height } = size;
  if (Math.max(width, height) > MAX_PIXELS_A_SIDE)
    return fail(`${name} with ${width} × ${height} pixels`, `at most ${MAX_PIXELS_A_SIDE} pixels a side; save it smaller`);
  const extension = read.format === 'jpeg' ? 'jpg' : read.format;
  return { ...rest, src: context.emitAsset(`${parse(file).name}.${extension}`, read.bytes), width, height };
}
