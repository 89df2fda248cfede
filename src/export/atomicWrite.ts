import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withCleanup } from '../project/interruption';

/** Runs `work` with a temporary folder and, if it succeeds, moves its files into `target`. Returns their paths, sorted. */
export async function writeFolderAtomically(target: string, work: (draft: string) => Promise<void>): Promise<string[]> {
  const found = await stat(target).catch(() => undefined);
  if (found && !found.isDirectory()) throw new Error(`${target} is a file; the pictures need a folder. Name one with -o.`);
  const parent = path.dirname(path.resolve(target));
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(path.join(parent, '.export-'));
  const cleanUp = (): void => rmSync(draft, { recursive: true, force: true });
  return withCleanup(cleanUp, async () => {
    try {
      await work(draft);
      await mkdir(target, { recursive: true });
      const names = (await readdir(draft)).sort();
      for (const name of names) await rename(path.join(draft, name), path.join(target, name));
      return names.map((name) => path.join(target, name));
    } finally {
      cleanUp();
    }
  });
}

/** Runs `work` with an open temporary file and, if it succeeds, moves that to `target`. */
export async function streamFileAtomically(target: string, work: (draft: FileHandle) => Promise<void>): Promise<void> {
  await writeLargeFileAtomically(target, async (draft) => {
    const handle = await open(draft, 'wx');
    await work(handle).finally(() => handle.close());
  });
}

/** Writes all of `data` at a position of a file. One call of `write()` writes only a part where the disk gets full. */
export async function writeAt(file: Pick<FileHandle, 'write'>, data: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < data.length;) {
    const { bytesWritten } = await file.write(data, done, data.length - done, position + done);
    done += bytesWritten;
  }
}

/** Writes a file completely or not at all. */
export async function writeFileAtomically(file: string, contents: string | Uint8Array): Promise<void> {
  await writeLargeFileAtomically(file, (draft) => writeFile(draft, contents));
}

/** Has `work` write a file that is too large for memory, at the path that it is given, and moves it to `file` if that succeeds. */
export async function writeLargeFileAtomically<T>(file: string, work: (draft: string) => Promise<T>): Promise<T> {
  if ((await stat(file).catch(() => undefined))?.isDirectory()) throw new Error(`${file} is a folder. Name a file with --out.`);
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  const cleanUp = (): void => rmSync(draft, { force: true });
  return withCleanup(cleanUp, async () => {
    try {
      const result = await work(draft);
      await rename(draft, file);
      return result;
    } finally {
      cleanUp();
    }
  });
}

/** Runs `work` with an empty folder for files of its own, which is removed at any end. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-export-'));
  const cleanUp = (): void => rmSync(folder, { recursive: true, force: true });
  return withCleanup(cleanUp, async () => {
    try {
      return await work(folder);
    } finally {
      cleanUp();
    }
  });
}
