import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { createDraftFolder } from './createDraftFolder';
import { withCleanup } from './interruption';

/**
 * Runs `work` with an empty folder beside `target`, which then takes the target's place. If `work` fails or the process is
 * interrupted, `target` stays as it was and nothing is left beside it.
 */
export async function swapFolder(target: string, work: (draft: string) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const draft = await createDraftFolder(target);
  const old = `${draft}-old`;
  const cleanUp = (): void => {
    if (existsSync(old) && !existsSync(target)) renameSync(old, target);
    for (const folder of [draft, old]) rmSync(folder, { recursive: true, force: true });
  };
  await withCleanup(cleanUp, async () => {
    try {
      await work(draft);
      await rename(target, old).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      await rename(draft, target);
    } finally {
      cleanUp();
    }
  });
}
