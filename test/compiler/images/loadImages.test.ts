import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { compileScene, type CompiledScene } from '../../../src/compiler/story/compileScene';
import { parseJsonFile } from '../../../src/compiler/story/parseJsonFile';
import { defineKind } from '../../../src/kinds/kind';
import { imageSchema } from '../../../src/schema/image';
import { sceneFields, stepFields } from '../../../src/schema/scene';
import { readImageFile } from '../../../src/compiler/images/readImageFile';
import { makeFolder } from '../../support/folder';
import { DRAWING, drawPicture } from '../../support/pictures';

const kind = defineKind({
  name: 'poster',
  schema: z.strictObject({
    ...sceneFields,
    kind: z.literal('poster'),
    pictures: z.array(imageSchema),
    steps: z.array(z.strictObject(stepFields)),
  }),
  compile: (scene: never, { loadImages }) => loadImages(scene),
  describe: () => ({ surface: 'board', textLines: [] }),
});

/** Compiles a scene with these pictures. Each is on a line of its own, from line 2 on. */
async function compilePictures(pictures: readonly object[], files: Record<string, string | Uint8Array>): Promise<CompiledScene> {
  const folder = await makeFolder(files);
  const lines = pictures.map((picture) => JSON.stringify(picture)).join(',\n');
  const text = `{"kind": "poster", "id": "a", "title": "A", "steps": [], "pictures": [\n${lines}\n]}`;
  const file = path.join(folder, 'scene.json');
  return compileScene(parseJsonFile(file, Buffer.from(text)), new Map([['poster', kind]]), new Map());
}

const messages = ({ problems }: CompiledScene) =>
  problems.toSorted((a, b) => a.line - b.line).map(({ line, column, message }) => `${line}:${column} ${message}`);

test.each(['png', 'jpeg', 'webp', 'avif'] as const)('gives a picture in %s an address and its size', async (format) => {
  const bytes = await drawPicture(format);
  const { value, assets, problems } = await compilePictures([{ src: 'a.dat', alt: 'Two halves.', fit: 'cover' }], { 'a.dat': bytes });
  expect(problems).toEqual([]);
  expect(value).toMatchObject({ pictures: [{ alt: 'Two halves.', fit: 'cover', width: 40, height: 20 }] });
  expect(assets.map(({ url }) => url)).toEqual([(value as { pictures: { src: string }[] }).pictures[0]!.src]);
});

test('gives an SVG the size of its viewBox', async () => {
  const { value } = await compilePictures([{ src: 'in/a.svg', alt: 'A triangle.' }], { 'in/a.svg': DRAWING });
  expect(value).toMatchObject({ pictures: [{ width: 300, height: 200 }] });
});

test('takes a file whose name begins with two dots, and one above the scene but in the folder of the story', async () => {
  const { problems } = await compilePictures([{ src: '..a.svg', alt: 'A triangle.' }], { '..a.svg': DRAWING });
  expect(problems).toEqual([]);
  const folder = await makeFolder({ 'a.svg': DRAWING });
  const text = `{"kind": "poster", "id": "a", "title": "A", "steps": [], "pictures": [{ "src": "../a.svg", "alt": "A triangle." }]}`;
  const document = parseJsonFile(path.join(folder, 'scenes/a.json'), Buffer.from(text));
  const compiled = await compileScene(document, new Map([['poster', kind]]), new Map(), { storyFolder: folder });
  expect(compiled.problems).toEqual([]);
});

test('reports every picture that cannot be shown, at its place in the scene', async () => {
  const png = await drawPicture('png');
  const files = {
    'dashboard.png': png,
    'half.png': png.subarray(0, png.length / 2),
    'empty.png': '',
    'text.png': 'Hello',
    'photo.gif': 'GIF89a',
    'sub/a.png': png,
  };
  const sources = ['dashbord.png', 'half.png', 'empty.png', 'text.png', 'photo.gif', 'sub', '../a.png'];
  const scene = await compilePictures(
    sources.map((src) => ({ src, alt: 'A picture.' })),
    files,
  );
  expect(messages(scene)).toEqual([
    expect.stringMatching(/^2:8 pictures\[0\]\.src: found "dashbord\.png", expected a file in .*\. Did you mean "dashboard\.png"\?$/u),
    '3:8 pictures[1].src: found "half.png", which ends too early or is damaged, expected a whole picture; save or download it again',
    '4:8 pictures[2].src: found "empty.png", an empty file, expected a picture in PNG, JPEG, WebP, AVIF or SVG',
    '5:8 pictures[3].src: found "text.png", a text, expected a picture in PNG, JPEG, WebP, AVIF or SVG',
    '6:8 pictures[4].src: found "photo.gif", a GIF picture, expected a picture in PNG, JPEG, WebP, AVIF or SVG',
    '7:8 pictures[5].src: found "sub", a folder, expected a picture in PNG, JPEG, WebP, AVIF or SVG',
    expect.stringMatching(/^8:8 pictures\[6\]\.src: found "\.\.\/a\.png", which lies outside of the story’s folder, expected a file in /u),
  ]);
  expect(scene.value).toBeUndefined();
});

test.each(['https://example.com/a.png', 'data:image/png;base64,AAAA', '/etc/a.png', 'pictures\\a.png', ''])(
  'refuses the address %j',
  async (src) => {
    expect(messages(await compilePictures([{ src, alt: 'A picture.' }], {}))).toHaveLength(1);
  },
);

test('refuses a link to a file outside of the story’s folder', async () => {
  const outside = await makeFolder({ 'secret.svg': DRAWING });
  const story = await makeFolder({ 'scene.json': '' });
  await symlink(path.join(outside, 'secret.svg'), path.join(story, 'a.svg'));
  expect(await readImageFile(path.join(story, 'a.svg'), 'a.svg', ['src'], story)).toMatchObject({
    found: '"a.svg", a link to a file outside of the story’s folder',
  });
});
