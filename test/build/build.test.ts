import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { understudy } from '../../src/build/plugin';
import { makeFolder, SCENE, STORY } from './folder';

test('a story with faults stops the build, with every one of them', async () => {
  const folder = await makeFolder({ 'story.json': STORY.replace('"demo"', '"Demo"'), 'a.json': SCENE.replace('"rule"', '"rul"') });
  const failure = await build({ configFile: false, logLevel: 'silent', build: { write: false }, plugins: [react(), understudy(folder)] }).then(
    () => 'built',
    (error: Error) => error.message,
  );
  expect(failure).toMatch(/story\.json:2:9 {2}id: found "Demo"/u);
  expect(failure).toMatch(/a\.json:11:19 {2}steps\[0\]\.blocks\[0\]\.type: found "rul".*Did you mean "rule"\?/u);
});

test('a folder that is not there is named', () => {
  expect(() => understudy('no/such/folder')).toThrow('SCENES is "no/such/folder", but there is no such folder.');
});
