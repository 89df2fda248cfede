import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A marker as {@link CastDraft} writes it. */
const UNTITLED_MARKER = /^(\[[\d.e-]+,"m",)""\]$/u;

/**
 * Gives a recording its title, and its markers theirs, in order. The file has either all of them or is as it was. Holds a line at a time.
 */
export async function writeTitles(file: string, title: string, stops: readonly string[]): Promise<void> {
  const titled = `${file}.titled`;
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  try {
    await pipeline(Readable.from(withTitles(lines, title, stops)), createWriteStream(titled, { mode: 0o600 }));
    await rename(titled, file);
  } finally {
    await rm(titled, { force: true });
  }
}

async function* withTitles(lines: AsyncIterable<string>, title: string, stops: readonly string[]): AsyncGenerator<string> {
  let isHeader = true;
  let next = 0;
  for await (const line of lines) {
    const [, start] = UNTITLED_MARKER.exec(line) ?? [];
    if (isHeader) yield `${JSON.stringify({ ...(JSON.parse(line) as object), title })}\n`;
    else yield start === undefined ? `${line}\n` : `${start}${JSON.stringify(stops[next++] ?? '')}]\n`;
    isHeader = false;
  }
}
