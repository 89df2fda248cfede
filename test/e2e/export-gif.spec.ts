import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { parseGif } from '../support/gifFile';

const run = promisify(execFile);
let folder = '';

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gif-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function exportGif(file: string): Promise<string> {
  const options = ['--stop', '1.2', '--size', '320x180', '--fps', '5', '--speed', '4', '--dwell', '2', '--out', file];
  const { stdout } = await run(process.execPath, ['src/cli/understudy.mjs', 'export', 'gif', ...options], {
    env: { ...process.env, SCENES: '' },
  });
  return stdout;
}

test('export gif writes what plays at a stop and its dwell, with the same bytes in each run', async () => {
  const files = [path.join(folder, 'a.gif'), path.join(folder, 'b.gif')];
  for (const file of files) expect(await exportGif(file)).toMatch(/\.gif: 0:0\d at 320×180, \d+ kB\n$/u);
  const [first, second] = await Promise.all(files.map((file) => readFile(file)));
  expect(first!.equals(second!)).toBe(true);
  const { width, height, repeat, frames } = parseGif(first!);
  expect([width, height, repeat]).toEqual([320, 180, 0]);
  expect(frames.length).toBeGreaterThan(3);
  expect((await readdir(folder)).toSorted()).toEqual(['a.gif', 'b.gif']);
});
