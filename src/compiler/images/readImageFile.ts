import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeFileType } from '../story/describeFileType';
import type { FieldProblem } from '../story/fieldProblems';
import type { JsonPath } from '../story/jsonPath';
import { missingFile } from '../story/missingFile';
import { FORMATS_EXPECTED, imageFormat, type ImageFormat } from './imageFormat';

/** A larger file is not a picture for a stage; decoding one takes seconds and hundreds of megabytes. */
const MAX_FILE_BYTES = 25_000_000;

const IMAGE_NAME = /\.(?:png|jpe?g|webp|avif|svg)$/iu;

export interface ImageFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly format: ImageFormat;
}

/** Reads the picture that a scene in the folder `from` names. Returns the problem of a file that is not a picture of the story. */
export async function readImageFile(file: string, src: string, at: JsonPath, storyFolder: string): Promise<ImageFile | FieldProblem> {
  const name = JSON.stringify(src);
  const problem = (found: string, expected: string): FieldProblem => ({ path: at, found, expected });
  const inside = path.relative(storyFolder, file);
  if (inside.split(path.sep)[0] === '..' || path.isAbsolute(inside))
    return problem(`${name}, which lies outside of the story’s folder`, `a file in ${path.basename(storyFolder)}/ or a folder of it`);
  const real = await realpath(file).catch(() => file);
  const realInside = path.relative(await realpath(storyFolder), real);
  if (realInside.split(path.sep)[0] === '..' || path.isAbsolute(realInside))
    return problem(`${name}, a link to a file outside of the story’s folder`, `a file in ${path.basename(storyFolder)}/ or a folder of it`);
  const found = await stat(file).catch(() => undefined);
  if (!found) return missingFile(path.dirname(file), at, src, (other) => IMAGE_NAME.test(other));
  if (found.isDirectory()) return problem(`${name}, a folder`, FORMATS_EXPECTED);
  if (!found.isFile()) return problem(`${name}, not an ordinary file`, FORMATS_EXPECTED);
  if (found.size === 0) return problem(`${name}, an empty file`, FORMATS_EXPECTED);
  if (found.size > MAX_FILE_BYTES)
    return problem(`${name} with ${formatMegabytes(found.size)}`, `at most ${formatMegabytes(MAX_FILE_BYTES)}; save it smaller`);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return problem(`${name}, which cannot be read`, FORMATS_EXPECTED);
  const format = imageFormat(bytes);
  if (!format) return problem(`${name}, ${describeFileType(bytes) ?? 'a text'}`, FORMATS_EXPECTED);
  return { file, bytes, format };
}

function formatMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
