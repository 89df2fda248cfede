import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readFingerprint, computeFingerprint, fingerprintTag } from '../../src/vite/fingerprint';
import { compileProject } from '../../src/config/compileProject';
import { makeFolder, SCENE, STORY } from '../support/folder';

test('the fingerprint changes with the compiled story, and with no other file of its folder', async () => {
  const folder = await makeFolder({ 'story.json': STORY, 'a.json': SCENE });
  const fingerprint = async (): Promise<string> => computeFingerprint(await compileProject(folder));
  const first = await fingerprint();
  await writeFile(path.join(folder, 'a.json'), SCENE.replaceAll('  ', ' '));
  await writeFile(path.join(folder, 'notes.md'), 'not part of the story');
  expect(await fingerprint()).toBe(first);
  await writeFile(path.join(folder, 'a.json'), SCENE.replace('hello', 'hullo'));
  expect(await fingerprint()).not.toBe(first);
});

test.each([
  ['kinds/chart/ChartView.tsx', '{value} {scene.unit}', '{scene.unit} {value}'],
  ['kinds/chart/chart.css', 'flex: 1;', 'flex: 2;'],
  ['kinds/chart/growMs.ts', '900', '901'],
  ['blocks/countdown.ts', "'Done'", "'Over'"],
  ['keys.csv', '46,3,0', '46,4,0'],
  ['understudy.config.ts', 'defineConfig({', "defineConfig({ siteUrl: 'https://example.com/',"],
])('the fingerprint changes with %s of a story with a kind and a block of its own', async (file, from, to) => {
  const folder = await makeFolder({}, 'test-results');
  await cp('examples/chart', folder, { recursive: true });
  const before = await computeFingerprint(await compileProject(folder));
  const text = await readFile(path.join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(path.join(folder, file), text.replace(from, to));
  expect(await computeFingerprint(await compileProject(folder))).not.toBe(before);
});

test('the fingerprint changes with the base of the page', async () => {
  const project = await compileProject(await makeFolder({ 'story.json': STORY, 'a.json': SCENE }));
  expect(await computeFingerprint(project, '/talks/')).not.toBe(await computeFingerprint(project));
});

test('reads the fingerprint of a page; other files have none', async () => {
  const { attrs } = fingerprintTag('00c095d108ade9d4');
  const folder = await makeFolder({
    'with.html': `<head><meta name="${String(attrs?.['name'])}" content="${String(attrs?.['content'])}"></head>`,
    'without.html': await readFile('index.html'),
  });
  expect(await readFingerprint(path.join(folder, 'with.html'))).toBe('00c095d108ade9d4');
  expect(await readFingerprint(path.join(folder, 'without.html'))).toBeUndefined();
  expect(await readFingerprint(path.join(folder, 'missing.html'))).toBeUndefined();
});
