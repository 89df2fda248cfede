import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { shortPath } from '../../project/shortPath';

/**
 * Longest string that is kept whole, in bytes of the file: bodies beyond it are no text that a talk shows. If the rest is still too
 * large, the second limit holds.
 */
const MAX_STRING_BYTES = [128 * 1024, 8 * 1024] as const;

/** What is left of a file when its long strings are cut may have this size; parsing takes a small multiple of it. */
const MAX_KEPT_BYTES = 48 * 1024 * 1024;

/** More nested brackets than any recorder writes; functions that walk a value are recursive. */
const MAX_DEPTH = 200;

const [QUOTE, BACKSLASH, NEWLINE, LETTER_U] = [0x22, 0x5c, 0x0a, 0x75];
const [OPEN_LIST, OPEN_OBJECT, CLOSE_LIST, CLOSE_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];

/** Why a file cannot be read. */
type Problem = 'too large' | 'too deep';

/**
 * Cuts long strings out of JSON while it is read, so that a file of any size needs little memory. The text stays JSON: a cut string
 * ends with its first bytes. With `lines`, a string also ends with its line, since other text may be between values.
 */
export class StringShortener {
  private readonly kept: Buffer[] = [];
  private keptBytes = 0;
  private inString = false;
  private afterBackslash = false;
  private hexDigitsLeft = 0;
  private stringBytes = 0;
  private dropping = false;
  private depth = 0;
  problem: Problem | undefined;

  private readonly lines: boolean;
  private readonly maxStringBytes: number;
  private readonly maxKeptBytes: number;

  constructor(lines: boolean, maxStringBytes: number, maxKeptBytes = MAX_KEPT_BYTES) {
    this.lines = lines;
    this.maxStringBytes = maxStringBytes;
    this.maxKeptBytes = maxKeptBytes;
  }

  /** Takes the next bytes. Returns whether more are wanted. */
  push(chunk: Uint8Array): boolean {
    let start = 0;
    for (let at = 0; at < chunk.length && this.problem === undefined; at += 1) {
      const byte = chunk[at]!;
      if (!this.inString) {
        this.readOutside(byte);
        continue;
      }
      const ends = (byte === QUOTE && !this.afterBackslash) || (this.lines && byte === NEWLINE);
      if (ends) {
        if (this.dropping) start = at;
        [this.inString, this.dropping] = [false, false];
        if (byte === NEWLINE) this.depth = 0;
      } else if (!this.dropping && this.stringBytes >= this.maxStringBytes && this.mayCutBefore(byte)) {
        this.keep(chunk.subarray(start, at));
        this.dropping = true;
      }
      this.stringBytes += 1;
      if (this.afterBackslash) this.hexDigitsLeft = byte === LETTER_U ? 4 : 0;
      else if (this.hexDigitsLeft > 0) this.hexDigitsLeft -= 1;
      this.afterBackslash = byte === BACKSLASH && !this.afterBackslash;
    }
    if (!this.dropping) this.keep(chunk.subarray(start));
    if (this.keptBytes > this.maxKeptBytes) this.problem ??= 'too large';
    return this.problem === undefined;
  }

  private readOutside(byte: number): void {
    if (byte === QUOTE) {
      [this.inString, this.afterBackslash] = [true, false];
      [this.stringBytes, this.hexDigitsLeft] = [0, 0];
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      this.depth += 1;
      if (this.depth > MAX_DEPTH) this.problem = 'too deep';
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.depth -= 1;
    else if (byte === NEWLINE && this.lines) this.depth = 0;
  }

  /** Neither an escape such as “\u00e9” nor a character of several bytes is cut in two. */
  private mayCutBefore(byte: number): boolean {
    return !this.afterBackslash && this.hexDigitsLeft === 0 && (byte & 0xc0) !== 0x80;
  }

  private keep(bytes: Uint8Array): void {
    // A copy: the part must not hold the memory of its chunk.
    if (bytes.length > 0) this.kept.push(Buffer.from(bytes));
    this.keptBytes += bytes.length;
  }

  /** Returns the shortened text. Bytes that are not UTF-8 become U+FFFD. */
  text(): string {
    return new TextDecoder('utf-8').decode(Buffer.concat(this.kept, this.keptBytes));
  }
}

/**
 * Reads a JSON file, or with `lines` one that has JSON on its lines. Long strings are cut.
 * @throws with a sentence if the file cannot be read, is no text, or is too large even with its long strings cut
 */
export async function readShortened(
  file: string,
  { lines, remedy }: { readonly lines: boolean; readonly remedy: string },
): Promise<string> {
  const name = shortPath(file);
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Error(`There is no file ${name}.`);
  if (found.isDirectory()) throw new Error(`${name} is a folder. Name the file in it that holds the trace.`);
  let shortener: StringShortener | undefined;
  for (const most of MAX_STRING_BYTES) {
    shortener = await shortenFile(file, new StringShortener(lines, most));
    if (shortener.problem !== 'too large') break;
  }
  if (shortener!.problem === 'too deep')
    throw new Error(`${name} has more than ${MAX_DEPTH} nested lists and objects; no recorder writes that.`);
  if (shortener!.problem === 'too large') {
    const limit = `${MAX_KEPT_BYTES / 1024 / 1024} MB`;
    throw new Error(`${name} is too large: more than ${limit} even without its long texts. ${remedy}`);
  }
  return shortener!.text();
}

async function shortenFile(file: string, shortener: StringShortener): Promise<StringShortener> {
  let isFirst = true;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    const bytes = chunk as Buffer;
    if (isFirst) refuseOtherFormats(bytes, shortPath(file));
    isFirst = false;
    if (!shortener.push(bytes)) break;
  }
  return shortener;
}

function refuseOtherFormats(start: Buffer, name: string): void {
  if (start[0] === 0x1f && start[1] === 0x8b) throw new Error(`${name} is compressed. Unpack it first: gunzip ${name}`);
  if (start[0] === 0x50 && start[1] === 0x4b) throw new Error(`${name} is a ZIP file. Unpack it first, and name the file in it.`);
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    throw new Error(`${name} is UTF-16. Save it as UTF-8 first.`);
}
