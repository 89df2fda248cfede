import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { readFingerprint } from '../vite/fingerprint';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs `work` with an empty folder beside `target`, which then takes the target's place. If `work` fails or the process is
 * interrupted, `target` stays as it was and nothing is left beside it.
 * @throws if `target` holds files that no build of Understudy wrote, or contains the story
 */
export async function replaceFolder(target: string, storyFolder: string, work: (draft: string) => Promise<void>): Promise<void> {
  await requireReplaceable(target, storyFolder);
  const parent = path.dirname(target);
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(path.join(parent, `.${path.basename(target)}-`));
  const old = `${draft}-old`;
  const interrupt = (signal: keyof typeof SIGNALS): void => {
    rmSync(draft, { recursive: true, force: true });
    console.error('Interrupted; nothing was written.');
    process.exit(SIGNALS[signal]);
  };
  for (const signal of Object.keys(SIGNALS)) process.once(signal, interrupt);
  try {
    await work(draft);
    const hasTarget = await rename(target, old).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
    await rename(draft, target).catch(async (error: unknown) => {
      if (hasTarget) await rename(old, target);
      throw error;
    });
  } finally {
    for (const signal of Object.keys(SIGNALS)) process.off(signal, interrupt);
    for (const folder of [draft, old]) await rm(folder, { recursive: true, force: true });
  }
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
