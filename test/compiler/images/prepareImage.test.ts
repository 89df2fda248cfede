import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import sharp from 'sharp';
import { encodedImage } from '../../../src/compiler/images/encodedImages';
import { imageFormat } from '../../../src/compiler/images/imageFormat';
import * as loader from '../../../src/compiler/images/loadSharp';
import { prepareImage } from '../../../src/compiler/images/prepareImage';
import { makeFolder } from '../../support/folder';
import { DRAWING, drawPicture } from '../../support/pictures';

const OPTIONS = { src: 'a.png', redact: undefined, zoom: () => 1, storyFolder: '/' };
const AREA = { x: 1, y: 1, width: 5, height: 5 };

afterEach(() => void vi.restoreAllMocks());

test('without sharp, publishes a picture as it is', async () => {
  vi.spyOn(loader, 'loadSharp').mockReturnValue(undefined);
  const bytes = await drawPicture('jpeg');
  expect(await prepareImage({ file: 'a.jpg', bytes, format: 'jpeg' }, OPTIONS)).toEqual({
    width: 40,
    height: 20,
    bytes,
    format: 'jpeg',
    publishedWidth: 40,
    isOptimized: false,
  });
});

test('without sharp, refuses to publish a picture with areas to remove', async () => {
  vi.spyOn(loader, 'loadSharp').mockReturnValue(undefined);
  const bytes = await drawPicture('png');
  expect(await prepareImage({ file: 'a.png', bytes, format: 'png' }, { ...OPTIONS, redact: [AREA] })).toEqual([
    { keys: ['redact'], found: 'areas to remove', expected: 'the package that removes them: npm install --save-dev sharp' },
  ]);
});

test('refuses areas to remove in an SVG', async () => {
  const file = { file: 'a.svg', bytes: Buffer.from(DRAWING), format: 'svg' } as const;
  expect(await prepareImage(file, { ...OPTIONS, redact: [AREA] })).toEqual([expect.objectContaining({ keys: ['redact'] })]);
});

test('refuses areas to remove that are not in the picture', async () => {
  const bytes = await drawPicture('png');
  const redact = [AREA, { ...AREA, x: 38 }];
  expect(await prepareImage({ file: 'a.png', bytes, format: 'png' }, { ...OPTIONS, redact })).toEqual([
    { keys: ['redact', 1], found: 'x 38 to 43, y 1 to 6', expected: 'a place inside the picture, which has 40 × 20 pixels' },
  ]);
});

test('refuses a picture that is 20,000 pixels wide', async () => {
  const bytes = await drawPicture('png', 20_000, 10);
  expect(await prepareImage({ file: 'a.png', bytes, format: 'png' }, OPTIONS)).toEqual([
    {
      keys: ['src'],
      found: '"a.png" with 20,000 × 10 pixels',
      expected: 'at most 16,000 pixels a side and 100,000,000 in all; save it smaller',
    },
  ]);
});

test('takes the size of a JPEG that lies on its side as browsers show it', async () => {
  vi.spyOn(loader, 'loadSharp').mockReturnValue(undefined);
  const bytes = await sharp(await drawPicture('jpeg'))
    .withMetadata({ orientation: 8 })
    .toBuffer();
  expect(await prepareImage({ file: 'a.jpg', bytes, format: 'jpeg' }, OPTIONS)).toMatchObject({ width: 20, height: 40 });
});

test('encodes a picture once and keeps the result in the cache folder of the project', async () => {
  const folder = await makeFolder({ 'node_modules/.cache/understudy/pictures/old': '', 'story/story.json': '' });
  const cache = path.join(folder, 'node_modules/.cache/understudy/pictures');
  await utimes(path.join(cache, 'old'), 0, 0);
  const encode = async (bytes: Buffer) =>
    encodedImage(sharp, bytes, { format: 'png', redact: [AREA], zoom: 1 }, path.join(folder, 'story'));
  const bytes = await drawPicture('png');
  const first = await encode(bytes);
  const names = await readdir(cache);
  expect(names).toHaveLength(1);
  await rm(cache, { recursive: true });
  expect(await encode(Buffer.from(bytes))).toBe(first);
  expect(await readdir(path.dirname(cache))).toEqual([]);
});

test('takes a picture from the cache folder', async () => {
  const folder = await makeFolder({ 'node_modules/a': '' });
  const cache = path.join(folder, 'node_modules/.cache/understudy/pictures');
  const options: Parameters<typeof encodedImage>[2] = { format: 'png', redact: [AREA], zoom: 1.25 };
  const bytes = await drawPicture('png', 41);
  await encodedImage(sharp, bytes, options, folder);
  const [name = ''] = await readdir(cache);
  await writeFile(path.join(cache, name), 'from the cache');
  vi.resetModules();
  const fresh = await import('../../../src/compiler/images/encodedImages');
  expect(String(await fresh.encodedImage(sharp, bytes, options, folder))).toBe('from the cache');
});

test.each([
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff\xe0'],
  ['webp', 'RIFF\0\0\0\0WEBP'],
  ['avif', '\0\0\0\x1cftypavif\0\0\0\0avifmif1'],
  ['avif', '\0\0\0\x1cftypmif1\0\0\0\0mif1avif'],
  ['svg', '\ufeff<?xml version="1.0"?>\n<!-- a > b --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "">\n<svg>'],
  ['svg', '<!DOCTYPE svg [ <!ENTITY a "b"> ]><svg:svg '],
  [undefined, '\0\0\0\x1cftypheic\0\0\0\0mif1heic'],
  [undefined, 'RIFF\0\0\0\0AVI '],
  [undefined, '<html><svg>'],
  [undefined, '<svgs>'],
  [undefined, ''],
])('recognizes %s by its bytes', (format, text) => {
  const bytes = Buffer.from(text, text.startsWith('\ufeff') ? 'utf8' : 'latin1');
  expect(imageFormat(bytes)).toBe(format);
});

test.each(['png', 'jpeg', 'webp', 'avif'] as const)(
  'takes size and areas of a %s that lies on its side as it is published',
  async (format) => {
    const turned = await sharp(await drawPicture(format))
      .keepMetadata()
      .withMetadata({ orientation: 6 })
      .toFormat(format)
      .toBuffer();
    const file = { file: `a.${format}`, bytes: turned, format };
    const inside = [{ x: 2, y: 30, width: 10, height: 8 }];
    const prepared = (await prepareImage(file, { ...OPTIONS, redact: inside })) as { width: number; height: number; bytes: Buffer };
    const published = await sharp(prepared.bytes).metadata();
    expect([prepared.width, prepared.height]).toEqual([published.width, published.height]);
  },
);

test('never publishes a picture with redacted areas as it is, whatever the cache says', async () => {
  const folder = await makeFolder({ 'node_modules/x': '', 'story/story.json': '' });
  const bytes = await drawPicture('png', 30, 30);
  const encode = () => encodedImage(sharp, bytes, { format: 'png', redact: [AREA], zoom: 1 }, path.join(folder, 'story'));
  await encode();
  const cache = path.join(folder, 'node_modules/.cache/understudy/pictures');
  for (const name of await readdir(cache)) await writeFile(path.join(cache, name), '');
  vi.resetModules();
  const again = await import('../../../src/compiler/images/encodedImages');
  const encoded = await again.encodedImage(sharp, bytes, { format: 'png', redact: [AREA], zoom: 1 }, path.join(folder, 'story'));
  expect(encoded?.length).toBeGreaterThan(0);
});
