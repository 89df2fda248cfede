import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodeImage } from '../../../src/compiler/images/encodeImage';
import { drawPicture } from '../../support/pictures';

const OPTIONS = { format: 'png', redact: undefined, zoom: 1 } as const;

/** Returns the colour of a pixel as red, green and blue. */
async function pixelAt(picture: Buffer, left: number, top: number): Promise<readonly number[]> {
  return [...(await sharp(picture).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

test('keeps every pixel of a small PNG', async () => {
  const picture = await drawPicture('png');
  const pixels = (bytes: Buffer): Promise<Buffer> => sharp(bytes).removeAlpha().raw().toBuffer();
  expect(await pixels(await encodeImage(sharp, picture, OPTIONS))).toEqual(await pixels(picture));
});

test('reduces a picture to the pixels of a stage, and keeps more for a picture that is enlarged', async () => {
  const picture = await drawPicture('png', 8000, 200);
  const sizes = await Promise.all(
    [1, 1.5, 4].map(async (zoom) => (await sharp((await encodeImage(sharp, picture, { ...OPTIONS, zoom })) ?? picture).metadata()).width),
  );
  expect(sizes).toEqual([3840, 5760, 8000]);
});

test('removes the pixels of redacted areas, and paints whole pixels', async () => {
  const redact = [{ x: 10.4, y: 4.6, width: 5, height: 2.5 }];
  const encoded = await encodeImage(sharp, await drawPicture('png'), { ...OPTIONS, redact });
  const { data, info } = await sharp(encoded).raw().toBuffer({ resolveWithObject: true });
  const isRed = (x: number, y: number): boolean => data[(y * info.width + x) * info.channels]! > 200;
  for (let y = 0; y < 20; y += 1)
    // Beside the area, compression mixes the colours.
    for (let x = 0; x < 20; x += 1)
      if (x >= 10 && x < 16 && y >= 4 && y < 8) expect([x, y, isRed(x, y)]).toEqual([x, y, false]);
      else if (x < 8 || x > 17 || y < 2 || y > 9) expect([x, y, isRed(x, y)]).toEqual([x, y, true]);
});

test('turns a picture upright and drops its metadata', async () => {
  const sideways = await sharp(await drawPicture('jpeg'))
    .withExif({ IFD0: { Copyright: 'Somebody' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const encoded = await encodeImage(sharp, sideways, { ...OPTIONS, format: 'jpeg' });
  const { width, height, orientation, exif } = await sharp(encoded).metadata();
  expect([width, height, orientation ?? 1, exif]).toEqual([20, 40, 1, undefined]);
  expect((await pixelAt(encoded!, 10, 2))[0]).toBeGreaterThan(200);
});

test('redacts a picture that lies on its side where it is seen upright', async () => {
  const sideways = await sharp(await drawPicture('jpeg'))
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const redact = [{ x: 0, y: 0, width: 20, height: 20 }];
  const encoded = await encodeImage(sharp, sideways, { format: 'jpeg', redact, zoom: 1 });
  const [red] = await pixelAt(encoded!, 10, 5);
  const [, , blue] = await pixelAt(encoded!, 10, 35);
  expect([red! < 150, blue! > 200]).toEqual([true, true]);
});

test('redacts a picture that is reduced', async () => {
  const redact = [{ x: 0, y: 0, width: 4000, height: 200 }];
  const encoded = await encodeImage(sharp, await drawPicture('png', 8000, 200), { ...OPTIONS, redact });
  expect((await pixelAt(encoded!, 1900, 50))[0]).toBeLessThan(150);
});

test('rejects a file with damaged pixels', async () => {
  const picture = await drawPicture('png', 400, 400);
  await expect(encodeImage(sharp, picture.fill(0x55, 60, picture.length - 30), OPTIONS)).rejects.toThrow();
});

test.each(['png', 'jpeg', 'webp', 'avif'] as const)('publishes nothing of a %s but its pixels', async (format) => {
  const secret = 'taken at home';
  const picture = await sharp(await drawPicture(format))
    .withExif({ IFD0: { Copyright: secret } })
    .toFormat(format)
    .toBuffer();
  // The rest of a larger picture, as screenshots that were cropped in place have it; it may end like a picture.
  const end = Buffer.from([0xff, 0xd9]);
  const bytes = format === 'avif' ? picture : Buffer.concat([picture, Buffer.from(secret), end]);
  expect(bytes.includes(secret)).toBe(true);
  const encoded = await encodeImage(sharp, bytes, { ...OPTIONS, format });
  expect(encoded.includes(secret)).toBe(false);
  expect(await sharp(encoded).metadata()).toMatchObject({ format: 'webp', width: 40, height: 20 });
});
