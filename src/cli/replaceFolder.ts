import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { swapFolder } from '../project/swapFolder';
import { readFingerprint } from '../vite/fingerprint';

/**
 * Runs `work` with an empty folder beside `target`, which then takes the target's place. If `work` fails or the process is
 * interrupted, `target` stays as it was and nothing is left beside it.
 * @throws if `target` holds files that no build of Understudy wrote, or contains the story
 */
export async function replaceFolder(target: string, storyFolder: string, work: (draft: string) => Promise<void>): Promise<void> {
  await requireReplaceable(target, storyFolder);
  await swapFolder(target, work);
}

async function requireReplaceable(target: string, storyFolder: string): Promise<void> {
  if (`${storyFolder}${path.sep}`.startsWith(`${target}${path.sep}`))
    throw new Error(`The build cannot be written to ${target}, since the story lies in it. Name another folder with --out.`);
  const files = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new Error(`${target} is a file; the build needs a folder. Name one with --out.`);
    throw error;
  });
  if (files.length === 0) return;
  const fingerprints = await Promise.all(['index.html', 'standalone.html'].map((name) => readFingerprint(path.join(target, name))));
  if (fingerprints.every((fingerprint) => fingerprint === undefined))
    throw new Error(
      `${target} holds files that no build wrote, and a build would replace them. Empty it, or name another folder with --out.`,
    );
}
