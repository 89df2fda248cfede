import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withCleanup } from '../project/interruption';
import { shortPath } from '../project/shortPath';
import { editStory, type StoryAdditions } from './editStory';

/** Files by their paths. */
export type ImportedFiles = ReadonlyMap<string, string | Uint8Array>;

export interface WriteOptions {
  /** Whether files that exist may be replaced. */
  readonly force?: boolean | undefined;
}

/**
 * Writes imported files and adds them to the story in `storyFolder`: everything or nothing. All other characters of `story.json` stay
 * as they are. @throws if a file exists, or another wire file is named, and may not be replaced
 */
export async function writeIntoStory(
  storyFolder: string,
  files: ImportedFiles,
  additions: StoryAdditions,
  options: WriteOptions,
): Promise<void> {
  const story = path.join(storyFolder, 'story.json');
  const edited = editStory(story, await readStory(story), additions, options);
  await refuseExisting(files, options);
  await writeTogether(new Map([...files, [story, edited]]));
}

/** Writes imported files: all or none. @throws if one exists and may not be replaced */
export async function writeFiles(files: ImportedFiles, options: WriteOptions): Promise<void> {
  await refuseExisting(files, options);
  await writeTogether(files);
}

async function readStory(file: string): Promise<string> {
  // A decoder that removed a byte order mark would lose it.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(file));
}

async function refuseExisting(files: ImportedFiles, { force = false }: WriteOptions): Promise<void> {
  for (const file of files.keys()) {
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) throw new Error(`${shortPath(file)} is a folder. Name a file with --out.`);
    if (found && !force) throw new Error(`${shortPath(file)} is there already. Write it with --force, or elsewhere with --out.`);
  }
}

/** Writes all files beside their places, then moves them there. If a move fails, those before are undone. */
async function writeTogether(files: ImportedFiles): Promise<void> {
  const moves = [...files.keys()].map((file) => {
    const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
    return { file, draft: beside, old: `${beside}.old` };
  });
  const undo: (() => void)[] = [];
  const cleanUp = (): void => {
    for (const { draft } of moves) rmSync(draft, { force: true });
  };
  await withCleanup(cleanUp, async () => {
    try {
      for (const { file, draft } of moves) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(draft, files.get(file)!).catch((error: NodeJS.ErrnoException) => {
          // Errors of a full disk name no file.
          throw Object.assign(error, { path: error.path ?? draft });
        });
      }
      // Synchronous, so that no signal comes between two of them.
      for (const { file, draft, old } of moves) {
        if (existsSync(file)) {
          renameSync(file, old);
          undo.unshift(() => renameSync(old, file));
        }
        renameSync(draft, file);
        undo.unshift(() => rmSync(file));
      }
      for (const { old } of moves) rmSync(old, { force: true });
    } catch (error) {
      for (const each of undo) each();
      throw error;
    } finally {
      cleanUp();
    }
  });
}
