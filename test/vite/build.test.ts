import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { understudy } from '../../src/vite/plugin';
import { makeFolder, SCENE, STORY } from '../support/folder';

test('a story with problems stops the build, which lists all of them', async () => {
  const folder = await makeFolder({ 'story.json': STORY.replace('"demo"', '"Demo"'), 'a.json': SCENE.replace('"rule"', '"rul"') });
  const failure = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false },
    plugins: [react(), understudy({ storyFolder: folder })],
  }).then(
    () => 'built',
    (error: Error) => error.message,
  );
  expect(failure).toMatch(/story\.json:2:9 {2}id: found "Demo"/u);
  expect(failure).toMatch(/a\.json:11:19 {2}steps\[0\]\.blocks\[0\]\.type: found "rul".*Did you mean "rule"\?/u);
});

/** A page with a fingerprint. */
const BUILT = '<meta name="understudy-build" content="0">';

test('a failed build exits with 1 and keeps the previous build', async () => {
  const folder = await makeFolder({
    'scenes/story.json': STORY,
    'scenes/a.json': SCENE.replace('"rule"', '"rul"'),
    'dist/index.html': BUILT,
  });
  const command = ['src/cli/understudy.mjs', 'build', path.join(folder, 'scenes'), '--out', path.join(folder, 'dist')];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect(stderr).toContain('Did you mean "rule"?');
  expect(status).toBe(1);
  expect(await readdir(folder)).toEqual(['dist', 'scenes']);
  expect(await readdir(path.join(folder, 'dist'))).toEqual(['index.html']);
  expect(await readFile(path.join(folder, 'dist/index.html'), 'utf8')).toBe(BUILT);
});
