import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

export interface CaptureRun {
  readonly status: number | null;
  /** What was printed, with both streams. */
  readonly output: string;
  /** Names in the folder that the capture was to be written to, such as `page` and `page.json`. */
  readonly written: readonly string[];
  /** Processes that the command started and did not end. */
  readonly leftProcesses: readonly string[];
  /** The folder of `written`. */
  readonly folder: string;
}

export interface CaptureRunOptions {
  readonly steps?: readonly object[];
  readonly args?: readonly string[];
  /** Files that are there before, in the folder of the capture. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Sent as soon as a browser runs. */
  readonly signal?: NodeJS.Signals;
}

/** Runs `understudy capture <page> -o page` in a folder of its own. Its browsers are those with its folder for temporary files. */
export async function runCapture(
  page: string,
  { steps = [{ snap: 'home' }], args = [], files = {}, signal }: CaptureRunOptions = {},
): Promise<CaptureRun> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'capture-')));
  const [folder, temporary] = [path.join(root, 'scenes'), path.join(root, 'tmp')];
  await mkdir(folder);
  await mkdir(temporary);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  const stepsFile = path.join(root, 'steps.json');
  await writeFile(stepsFile, JSON.stringify({ steps }));
  const command = [path.resolve('src/cli/understudy.mjs'), 'capture', page, '-o', 'page', '--steps', stepsFile, ...args];
  const child = spawn(process.execPath, command, { cwd: folder, env: { ...process.env, TMPDIR: temporary } });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  if (signal) {
    while ((await processesWith(temporary)).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill(signal);
  }
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  // A browser takes a moment to end after it was told to.
  let leftProcesses = await processesWith(temporary);
  for (let tries = 0; leftProcesses.length > 0 && tries < 50; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    leftProcesses = await processesWith(temporary);
  }
  return { status, output, written: (await readdir(folder)).toSorted(), leftProcesses, folder };
}

export async function removeRun({ folder }: CaptureRun): Promise<void> {
  await rm(path.dirname(folder), { recursive: true, force: true });
}

/** Returns the command lines that name a folder; on other systems than Linux none. */
async function processesWith(folder: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/u.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(`${folder}${path.sep}`));
}
