import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkRules } from '../../src/check/rules';
import { runChecks, formatReport } from '../../src/check/report';
import { createCheckInput } from '../../src/check/checkInput';
import { compileProject } from '../../src/config/compileProject';
import { makeFolder } from '../support/folder';
import { storyOf } from './runRule';

const STORIES = ['scenes', ...(await readdir('examples')).map((name) => path.join('examples', name))];

test.each(STORIES)('no rule finds anything in %s', async (folder) => {
  const input = createCheckInput(await compileProject(folder), { stops: [], viewport: { width: 1280, height: 720 } });
  expect(runChecks(input)).toEqual([]);
});

test('every rule has a file, and a description in the guide', async () => {
  const files = (await readdir('src/check/rules')).map((file) => path.basename(file, '.ts'));
  expect(checkRules.map(({ name }) => name).toSorted()).toEqual(files.toSorted());
  const [, table = ''] = (await readFile('docs/authoring.md', 'utf8')).split('\n| Rule | Looks for |\n| --- | --- |\n');
  const rows = table.slice(0, table.indexOf('\n\n')).matchAll(/^\| `([\w-]+)` \| [A-Z].+\((?:error|warning).*\|$/gmu);
  expect(Array.from(rows, ([, name]) => name)).toEqual(checkRules.map(({ name }) => name));
});

/** Assembled here, so that secret scanners do not find it in this file. */
const KEY = ['ghp', 'x7Kq2ZpLr9', 'TnVb4WdYs8', 'MhGc3JfRu6', 'Qe1AoX'].join('').replace('ghp', 'ghp_');

test('sorts findings by file and position, and lists errors before warnings, with their counts', async () => {
  const files = storyOf({
    steps: [{ dwell: 5 }, { notes: { say: '\t', point: 'Jump to #/nowhere' } }],
    blocks: [{ type: 'text', lines: [KEY, 'l?state=a', 'l?state=b'] }],
  });
  const found = runChecks(createCheckInput(await compileProject(await makeFolder(files)), { skipped: 'not looked' }));
  expect(found.map(({ file, line, level }) => `${path.basename(file)}:${line} ${level}`)).toEqual([
    'story.json:1 warning',
    'a.json:17 error',
    'a.json:19 warning',
    'a.json:25 warning',
    'a.json:28 warning',
    'a.json:29 warning',
  ]);
  const [errors, warnings] = (['error', 'warning'] as const).map((level) => found.filter((each) => each.level === level));
  const lines = formatReport(errors!, warnings!).split('\n');
  expect(lines[0]).toBe('Errors:');
  expect(lines.indexOf('Warnings:')).toBe(3);
  expect(lines.at(-1)).toBe('1 error, 5 warnings');
  expect(lines[1]).toMatch(/a\.json:17:\d+ {2}steps\[0\]\.blocks\[0\]\.lines\[0\]: ghp_… looks like/u);
  expect(formatReport([], [])).toBe('0 errors, 0 warnings');
});
