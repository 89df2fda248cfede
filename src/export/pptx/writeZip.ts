import type { FileHandle } from 'node:fs/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file for an archive: text, which is compressed, or bytes, which are stored as they are. */
export type ZipEntry = readonly [path: string, contents: string | Uint8Array];

/** The same in every archive, so that the same entries give the same bytes. The format has no earlier time. */
const MODIFIED = new Date(1980, 0, 1);

/** Writes a ZIP archive to a file. Takes entry after entry, and so holds one of them at a time. @throws what the file system throws */
export async function writeZip(file: FileHandle, entries: AsyncIterable<ZipEntry>): Promise<void> {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const flush = async (): Promise<void> => {
    for (const chunk of chunks) await file.appendFile(chunk);
    chunks = [];
  };
  for await (const [path, contents] of entries) {
    const entry = typeof contents === 'string' ? new ZipDeflate(path, { level: 9 }) : new ZipPassThrough(path);
    entry.mtime = MODIFIED;
    zip.add(entry);
    entry.push(typeof contents === 'string' ? new TextEncoder().encode(contents) : contents, true);
    await flush();
  }
  zip.end();
  await flush();
}
