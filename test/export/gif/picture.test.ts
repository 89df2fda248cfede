import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { decodePicture, shrinkPicture, type Picture } from '../../../src/export/gif/picture';

const pack = (red: number, green: number, blue: number): number => red | (green << 8) | (blue << 16);

test('a PNG is decoded pixel by pixel', async () => {
  const rgba = Uint8Array.of(1, 2, 3, 255, 250, 128, 0, 255, 9, 9, 9, 255, 0, 0, 255, 255);
  const png = await sharp(rgba, { raw: { width: 2, height: 2, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
  const { pixels } = decodePicture(png, { width: 2, height: 2 });
  expect([...pixels]).toEqual([pack(1, 2, 3), pack(250, 128, 0), pack(9, 9, 9), pack(0, 0, 255)]);
});

test('half the size is the average of two by two pixels', () => {
  const from: Picture = { width: 4, height: 2, pixels: Uint32Array.of(0, 10, 20, 20, 20, 10, 20, 20 << 8) };
  expect([...shrinkPicture(from, { width: 2, height: 1 }).pixels]).toEqual([10, pack(15, 5, 0)]);
});

test('a plain picture stays plain at any smaller size, and the average of all is kept', () => {
  const sides = fc.record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 24 }) });
  fc.assert(
    fc.property(sides, fc.double({ min: 0.1, max: 1, noNaN: true }), fc.nat(255), (size, share, grey) => {
      const to = { width: Math.max(1, Math.round(size.width * share)), height: Math.max(1, Math.round(size.height * share)) };
      const plain = { ...size, pixels: new Uint32Array(size.width * size.height).fill(pack(grey, 255 - grey, 7)) };
      expect(new Set(shrinkPicture(plain, to).pixels)).toEqual(new Set([pack(grey, 255 - grey, 7)]));
      const striped = { ...size, pixels: plain.pixels.map((_, at) => (at * 37) % 256) };
      const mean = (pixels: Uint32Array): number => pixels.reduce((sum, each) => sum + (each & 255), 0) / pixels.length;
      expect(Math.abs(mean(shrinkPicture(striped, to).pixels) - mean(striped.pixels))).toBeLessThanOrEqual(0.51);
    }),
  );
});
