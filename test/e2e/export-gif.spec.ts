import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

async function exportGif(file: string, story = 'scenes', stops: readonly string[] = ['--stop', '1.2']): Promise<string> {
  const options = [story, ...stops, '--size', '320x180', '--fps', '5', '--speed', '4', '--dwell', '2', '--out', file];
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

test('the first stop of a detour plays as when the presenter enters it', async () => {
  const story = path.join(folder, 'detour');
  await cp('examples/hello', story, { recursive: true });
  const opened = JSON.parse(await readFile(path.join(story, 'story.json'), 'utf8')) as { readonly scenes: readonly string[] };
  await writeFile(path.join(story, 'story.json'), JSON.stringify({ ...opened, scenes: [...opened.scenes, 'rollback.json'] }));
  await cp('examples/product/rollback.json', path.join(story, 'rollback.json'));
  const file = path.join(folder, 'detour.gif');
  await exportGif(file, story, ['--stop', 'D1.1']);
  const { frames } = parseGif(await readFile(file));
  expect(frames.length).toBeGreaterThan(3);
  await Promise.all([story, file].map((each) => rm(each, { recursive: true })));
});
