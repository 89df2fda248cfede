import { createHash } from 'node:crypto';
import { dirname, parse, resolve } from 'node:path';
import type { LoadedImage } from '../../core/story';
import type { ImageSource } from '../../schema/image';
import type { FieldProblem } from '../story/fieldProblems';
import type { JsonPath } from '../story/jsonPath';
import { prepareImage, type PreparedImage, type ZoomOf } from './prepareImage';
import { readImageFile } from './readImageFile';

/** A picture of a scene as the build publishes it; for the rules of `check` and for the build's report. */
export interface PublishedImage extends Omit<PreparedImage, 'bytes'> {
  /** Path of the picture in the scene. */
  readonly path: JsonPath;
  /** As the author wrote it. */
  readonly src: string;
  readonly alt: string;
  readonly redact: ImageSource['redact'];
  /** Names the content of the author's file. */
  readonly originalHash: string;
  /** Its address, relative to the page. */
  readonly address: string;
  /** Bytes of the author's file, and of the published one. */
  readonly originalBytes: number;
  readonly publishedBytes: number;
}

/** Where pictures are read from and where the prepared files go. */
export interface ImageContext {
  /** The scene file. */
  readonly sceneFile: string;
  readonly storyFolder: string;
  report(problem: FieldProblem): void;
  addFile(file: string): void;
  addImage(image: PublishedImage): void;
  emitAsset(name: string, content: Uint8Array): string;
}

/**
 * Prepares every picture in validated data, which is at the path `at` of the scene, and copies everything else.
 * `zoom` says how many times larger than the stage the pictures are shown at most.
 */
export async function loadImages(value: unknown, at: JsonPath, context: ImageContext, zoom: ZoomOf): Promise<unknown> {
  const visit = async (each: unknown, path: JsonPath): Promise<unknown> => {
    if (typeof each !== 'object' || each === null) return each;
    if (isImage(each)) return loadImage(each, path, context, zoom);
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

async function loadImage(image: ImageSource, at: JsonPath, context: ImageContext, zoom: ZoomOf): Promise<LoadedImage> {
  const { src, redact, ...rest } = image;
  const { sceneFile, storyFolder, report, addFile, addImage, emitAsset } = context;
  const file = resolve(dirname(sceneFile), src);
  // The story does not build with it, but the kind's compile goes on and may report more. Any area is inside it.
  const placeholder = { ...rest, src: '', width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
  addFile(file);
  const read = await readImageFile(file, src, [...at, 'src'], storyFolder);
  if ('path' in read) {
    report(read);
    return placeholder;
  }
  const prepared = await prepareImage(read, { src, redact, zoom, storyFolder });
  if (Array.isArray(prepared)) {
    for (const { keys, ...problem } of prepared) report({ ...problem, path: [...at, ...keys] });
    return placeholder;
  }
  const { bytes, ...facts } = prepared as PreparedImage;
  const address = emitAsset(`${parse(file).name}.${facts.format === 'jpeg' ? 'jpg' : facts.format}`, bytes);
  const sizes = { originalBytes: read.bytes.length, publishedBytes: bytes.length };
  const originalHash = createHash('sha256').update(read.bytes).digest('hex');
  addImage({ ...facts, ...sizes, path: at, src, alt: image.alt, redact, originalHash, address });
  return { ...rest, src: address, width: facts.width, height: facts.height };
}
