import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file for an archive: text, which is compressed, or bytes, which are stored as they are. */
export type ZipEntry = readonly [path: string, contents: string | Uint8Array];

/** The same in every archive, so that the same entries give the same bytes. The format has no earlier time. */
const MODIFIED = new Date(1980, 0, 1);

/** Writes a ZIP archive to a file. Takes entry after entry, and so holds one of them at a time. @throws what the file system throws */
export async function writeZip(file: string, entries: AsyncIterable<ZipEntry>): Promise<void> {
  const out = createWriteStream(file);
  const failed = new Promise<never>((_, reject) => out.once('error', reject));
  // Without a handler, an error after the last `await` would end the process.
  failed.catch(() => {});
  const zip = new Zip((error, chunk) => {
    if (error) out.destroy(error);
    else out.write(chunk);
  });
  const work = async (): Promise<void> => {
    for await (const [path, contents] of entries) {
      const entry = typeof contents === 'string' ? new ZipDeflate(path, { level: 9 }) : new ZipPassThrough(path);
      entry.mtime = MODIFIED;
      zip.add(entry);
      entry.push(typeof contents === 'string' ? new TextEncoder().encode(contents) : contents, true);
      if (out.writableNeedDrain) await once(out, 'drain');
    }
    zip.end();
    out.end();
    await once(out, 'close');
  };
  try {
    await Promise.race([work(), failed]);
  } finally {
    out.destroy();
  }
}
