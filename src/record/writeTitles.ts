import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A marker as {@link CastDraft} writes it. */
const UNTITLED_MARKER = /^(\[[\d.e-]+,"m",)""\]$/u;

/** Gives the markers of a recording their titles, in order. The file has either all of them or is as it was. Holds a line at a time. */
export async function writeTitles(file: string, titles: readonly string[]): Promise<void> {
  if (titles.length === 0) return;
  const titled = `${file}.titled`;
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  try {
    await pipeline(Readable.from(withTitles(lines, titles)), createWriteStream(titled, { mode: 0o600 }));
    await rename(titled, file);
  } finally {
    await rm(titled, { force: true });
  }
}

async function* withTitles(lines: AsyncIterable<string>, titles: readonly string[]): AsyncGenerator<string> {
  let next = 0;
  for await (const line of lines) {
    const [, start] = UNTITLED_MARKER.exec(line) ?? [];
    yield start === undefined ? `${line}\n` : `${start}${JSON.stringify(titles[next++] ?? '')}]\n`;
  }
}
