import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { preview } from 'vite';
import { readFingerprint, computeFingerprint } from './fingerprint';
import { ROOT } from '../project/root';
import { compileStory } from '../compiler/pipeline';

export type PageFile = 'index.html' | 'standalone.html';

/** Returns the story's folder: SCENES, or `scenes`. */
export function requestedFolder(): string {
  return process.env['SCENES'] || 'scenes';
}

/**
 * Runs `work` with an up-to-date build of the story in `folder`: dist/ if its fingerprint matches (ADR 021), otherwise a new build in
 * a temporary folder, which `onBuild` reports. @throws {StoryError} if the story has problems
 */
export async function withBuild<T>(
  folder: string,
  file: PageFile,
  work: (dist: string) => Promise<T>,
  onBuild: (reason: string) => void = () => {},
): Promise<T> {
  const { story, wire } = await compileStory(folder);
  const dist = path.join(ROOT, 'dist');
  if ((await readFingerprint(path.join(dist, file))) === (await computeFingerprint(story, wire))) return work(dist);
  onBuild(`Building ${folder}, which dist/ does not hold as its files are now`);
  const outDir = await mkdtemp(path.join(tmpdir(), 'understudy-build-'));
  try {
    await buildInto(folder, outDir, file);
    return await work(outDir);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** Builds in a child process, as this one may have loaded the development build of React. @throws with the build's own message */
export async function buildInto(folder: string, outDir: string, file: PageFile = 'index.html'): Promise<void> {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, SCENES: path.resolve(folder), NODE_ENV: 'production' };
  const mode = file === 'standalone.html' ? ['--mode', 'standalone'] : [];
  const command = [vite, 'build', ...mode, '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'];
  await promisify(execFile)(process.execPath, command, { cwd: ROOT, env }).catch((error: Error & { readonly stderr?: string }) => {
    throw new Error(buildErrorMessage(error));
  });
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
