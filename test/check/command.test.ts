import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';
import { makeFolder, SCENE, STORY } from '../support/folder';
import { storyOf } from './runRule';

/** Runs `npm run check` as if there were no browser. */
function check(args: readonly string[], SCENES?: string): { readonly status: number | null; readonly lines: readonly string[] } {
  const env = { ...process.env, CHROMIUM_PATH: '/nowhere/chromium', ...(SCENES && { SCENES }) };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/understudy.mjs', 'check', ...args], { encoding: 'utf8', env });
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
}

// examples/chart has a kind of its own, which the repository loads in another way than the package.
test.each(['hello', 'chart'])('exits with 0 for warnings, such as the one for a missing browser: examples/%s', (story) => {
  const { status, lines } = check([`examples/${story}`]);
  expect(lines).toEqual([
    'Warnings:',
    expect.stringMatching(/^examples\/\w+\/story\.json:1:1 {2}not measured whether every stop fits the stage: .*\/nowhere\/chromium/u),
    '',
    '0 errors, 1 warning',
  ]);
  expect(status).toBe(0);
});

/** Assembled here, so that secret scanners do not find it in this file. */
const KEY = ['ghp', 'x7Kq2ZpLr9', 'TnVb4WdYs8', 'MhGc3JfRu6', 'Qe1AoX'].join('').replace('ghp', 'ghp_');

test('exits with 1 for errors; SCENES names the folder', async () => {
  const folder = await makeFolder(storyOf({ blocks: [{ type: 'text', lines: [KEY] }] }));
  const { status, lines } = check([], folder);
  expect(lines[0]).toBe('Errors:');
  expect(lines[1]).toMatch(/a\.json:17:7 {2}steps\[0\]\.blocks\[0\]\.lines\[0\]: ghp_… looks like/u);
  expect(lines.at(-1)).toBe('1 error, 1 warning');
  expect(status).toBe(1);
});

test('prints the compiler’s problems if the story does not compile', async () => {
  const folder = await makeFolder({ 'story.json': STORY.replace('"demo"', '"Demo"'), 'a.json': SCENE.replace('"rule"', '"rul"') });
  const { status, lines } = check([folder]);
  expect(lines).toEqual([
    'Errors:',
    expect.stringContaining('story.json:2:9  id: found "Demo"'),
    expect.stringContaining('a.json:11:19  steps[0].blocks[0].type: found "rul"'),
    '',
    '2 errors, 0 warnings; the rest is checked once the story can be built',
  ]);
  expect(status).toBe(1);
});

test('a missing folder is reported in one sentence', () => {
  expect(check(['no/such/folder'])).toEqual({
    status: 1,
    lines: [expect.stringMatching(/^The story folder is "no\/such\/folder", but there is no such folder \(looked for: \/.*npm run new/u)],
  });
});
