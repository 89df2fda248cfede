import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readFingerprint, computeFingerprint, fingerprintTag } from '../../src/vite/fingerprint';
import { compileStory } from '../../src/compiler/compileStory';
import { makeFolder, SCENE, STORY } from '../support/folder';

test('the fingerprint changes with the compiled story only', async () => {
  const folder = await makeFolder({ 'story.json': STORY, 'a.json': SCENE });
  const fingerprint = async (): Promise<string> => {
    const { story, wire } = await compileStory(folder);
    return computeFingerprint(story, wire);
  };
  const first = await fingerprint();
  await writeFile(path.join(folder, 'a.json'), SCENE.replaceAll('  ', ' '));
  await writeFile(path.join(folder, 'notes.md'), 'not part of the story');
  expect(await fingerprint()).toBe(first);
  await writeFile(path.join(folder, 'a.json'), SCENE.replace('hello', 'hullo'));
  expect(await fingerprint()).not.toBe(first);
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
