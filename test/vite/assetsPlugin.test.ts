import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { createServer } from 'vite';
import { viteConfig } from '../../src/vite/viteConfig';
import { makeFolder, STORY } from '../support/folder';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';

const KIND = `import { defineKind, sceneFields, stepFields } from 'understudy-demo';
import { createElement } from 'react';
import { z } from 'zod';
export default defineKind({
  name: 'picture',
  schema: z.strictObject({ ...sceneFields, kind: z.literal('picture'), file: z.string(), steps: z.array(z.strictObject(stepFields)) }),
  describe: () => ({ surface: 'board', window: 'W', textLines: ['A picture.'] }),
  View: ({ scene }) => createElement('img', { src: scene.url, alt: 'A picture.' }),
  compile: async ({ file, ...scene }, { readFile, emitAsset }) => {
    const bytes = await readFile(file, ['file']);
    return bytes && { ...scene, url: emitAsset(file, bytes) };
  },
});`;

const SCENE = { kind: 'picture', id: 'a', title: 'A', file: 'map.svg', steps: [{ title: 'T', notes: { say: 's', point: 'p' } }] };

const FILES = {
  'story.json': STORY,
  'a.json': JSON.stringify(SCENE),
  'map.svg': PICTURE,
  'kind.ts': KIND,
  'understudy.config.json': '{ "kinds": ["./kind.ts"] }',
};

test('writes the files of kinds into the build, and into the one-file page as data', async () => {
  const folder = await makeFolder(FILES, 'test-results');
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/understudy.mjs', 'build', folder, '--out', path.join(folder, 'dist')], {
    encoding: 'utf8',
  });
  expect([status, stderr.match(/error.*/iu)]).toEqual([0, null]);
  const [name = ''] = (await readdir(path.join(folder, 'dist/assets'))).filter((file) => file.startsWith('map-'));
  expect(await readFile(path.join(folder, 'dist/assets', name), 'utf8')).toBe(PICTURE);
  expect((await readFile(path.join(folder, 'dist/index.html'), 'utf8')).includes(`./assets/${name}`)).toBe(true);
  const standalone = await readFile(path.join(folder, 'dist/standalone.html'), 'utf8');
  expect([standalone.includes(Buffer.from(PICTURE).toString('base64')), standalone.includes(name)]).toEqual([true, false]);
});

test.each(['/', '/talks/'])('serves the files of kinds on the dev server under %s, with their type', async (base) => {
  const folder = await makeFolder(FILES, 'test-results');
  const config = viteConfig({ storyFolder: folder });
  const server = await createServer({
    ...config,
    base,
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    server: { ...config.server, port: 0 },
  });
  try {
    await server.listen();
    const url = server.resolvedUrls!.local[0]!;
    const page = await (await fetch(url)).text();
    const [address = ''] = /\.\/assets\/map-\w+\.svg/u.exec(page) ?? [];
    const response = await fetch(new URL(address, url));
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['image/svg+xml', PICTURE]);
  } finally {
    await server.close();
  }
});
