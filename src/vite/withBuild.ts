import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';
import { readFingerprint, computeFingerprint } from './fingerprint';
import { withCleanup } from '../project/interruption';
import { outDirOf } from '../config/outDirOf';
import { ROOT } from '../project/project.mjs';
import { shortPath } from '../project/shortPath';
import { compileProject } from '../config/compileProject';

export type PageFile = 'index.html' | 'standalone.html';

/**
 * Runs `work` with an up-to-date build of the story in `folder` that works under any path: the one in its output folder if the
 * fingerprint matches (ADR 021), otherwise a new build in a temporary folder. Calls `onBuild` with a line to log before a build.
 * @throws {StoryError} if the story has problems
 */
export async function withBuild<T>(
  folder: string,
  file: PageFile,
  work: (dist: string) => Promise<T>,
  onBuild: (text: string) => void = () => {},
): Promise<T> {
  const project = await compileProject(folder);
  const dist = outDirOf(folder, project.config);
  if ((await readFingerprint(path.join(dist, file))) === (await computeFingerprint(project))) return work(dist);
  onBuild(`Building ${shortPath(folder)}`);
  const outDir = await mkdtemp(path.join(tmpdir(), 'understudy-build-'));
  const cleanUp = (): void => rmSync(outDir, { recursive: true, force: true });
  return withCleanup(cleanUp, async () => {
    try {
      await buildInto(folder, outDir, file);
      return await work(outDir);
    } finally {
      cleanUp();
    }
  });
}

/** Builds in a child process, as this one may have loaded the development build of React. @throws with the build's own message */
export async function buildInto(folder: string, outDir: string, file: PageFile = 'index.html'): Promise<void> {
  const command = [
    path.join(ROOT, 'src/cli/understudy.mjs'),
    'build',
    path.resolve(folder),
    '--out',
    outDir,
    '--base',
    './',
    '--only',
    file,
  ];
  const build = promisify(execFile)(process.execPath, command);
  await withCleanup(
    () => build.child.kill(),
    () =>
      build.catch((error: Error & { readonly stderr?: string }) => {
        throw new Error(buildErrorMessage(error));
      }),
  );
}

/** Returns the output of a failed build without stack traces. */
function buildErrorMessage({ message, stderr = '' }: Error & { readonly stderr?: string }): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /u.test(line));
  return lines.length === 0 ? message : lines.join(' ');
}

/** Serves a built page on this machine while `work` runs with its URL. */
export async function withServer<T>(dist: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = await preview({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    build: { outDir: dist },
    preview: { host: '127.0.0.1', port: 0 },
  });
  try {
    return await work(server.resolvedUrls?.local[0] ?? '');
  } finally {
    await server.close();
  }
}
