import { readFile, stat } from 'node:fs/promises';
import type { Asciicast } from '../../compiler/recording/asciicast';
import { MAX_RECORDING_BYTES } from '../../compiler/recording/limits';
import { parseAsciicast } from '../../compiler/recording/parseAsciicast';
import { describeFileType } from '../../compiler/story/describeFileType';
import { tryParseJson } from '../../compiler/story/jsonScanner';
import { StoryError } from '../../compiler/story/problem';
import { shortPath } from '../../project/shortPath';

export interface ReadCast {
  readonly cast: Asciicast;
  /** The title in its header; undefined without one. */
  readonly title: string | undefined;
  readonly notices: readonly string[];
}

/** Reads a recording. A last line that breaks off is left out. @throws with a message that says what is wrong and what to do */
export async function readCast(file: string): Promise<ReadCast> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Error(`There is no file ${shortPath(file)}.`);
  if (!found.isFile()) throw new Error(`${shortPath(file)} is no file. Name an asciicast, as \`asciinema rec\` saves it.`);
  if (found.size > MAX_RECORDING_BYTES) {
    const [size, limit] = [found.size, MAX_RECORDING_BYTES].map((bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MB`);
    throw new Error(`${shortPath(file)} has ${size}, and a recording may have ${limit}. Cut it, or record a shorter session.`);
  }
  const bytes = await readFile(file);
  const kind = describeFileType(bytes);
  if (kind !== undefined) throw new Error(`${shortPath(file)} is ${kind}, and no asciicast, as \`asciinema rec\` saves it.`);
  const whole = parseAsciicast(file, bytes);
  if (whole.value) return { cast: whole.value, title: titleIn(bytes), notices: [] };
  const shorter = withoutBrokenEnd(bytes);
  const cast = shorter && parseAsciicast(file, shorter).value;
  if (!cast) throw new StoryError(whole.problems, [file], 'recording');
  return { cast, title: titleIn(bytes), notices: ['The recording was cut short: its last line breaks off, and is left out.'] };
}

/** Returns the bytes without a last line that is not JSON; undefined if the last line is whole. */
function withoutBrokenEnd(bytes: Buffer): Buffer | undefined {
  const end = bytes.toString('latin1').trimEnd().length;
  const start = bytes.lastIndexOf('\n', end - 1) + 1;
  if (start === 0 || tryParseJson(bytes.subarray(start, end).toString('utf8')) !== undefined) return undefined;
  return bytes.subarray(0, start);
}

function titleIn(bytes: Buffer): string | undefined {
  const end = bytes.indexOf('\n');
  const header = tryParseJson(
    bytes
      .subarray(0, end < 0 ? undefined : end)
      .toString('utf8')
      .replace(/^\uFEFF/u, ''),
  );
  const title = typeof header === 'object' && header !== null && 'title' in header ? header.title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.replaceAll(/\s+/gu, ' ').trim() : undefined;
}
