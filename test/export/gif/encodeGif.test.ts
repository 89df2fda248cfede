import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { changedArea } from '../../../src/export/gif/changedArea';
import { encodeGif, type GifOptions, type TimedPicture } from '../../../src/export/gif/encodeGif';
import type { Picture } from '../../../src/export/gif/picture';
import { parseGif, type GifFile } from '../../support/gifFile';

async function encode(pictures: readonly TimedPicture[], options: Partial<GifOptions> = {}): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const source = (async function* () {
    yield* pictures;
  })();
  for await (const part of encodeGif(source, { colours: 256, loop: 0, end: 1000, ...options })) parts.push(part);
  return Uint8Array.from(Buffer.concat(parts));
}

const decode = async (pictures: readonly TimedPicture[], options: Partial<GifOptions> = {}): Promise<GifFile> =>
  parseGif(await encode(pictures, options));

const picture = (width: number, height: number, colours: readonly number[]): Picture => ({
  width,
  height,
  pixels: Uint32Array.from({ length: width * height }, (_, at) => colours[at % colours.length]!),
});

/** Returns a copy of a picture with some pixels in another colour. */
function paint({ width, height, pixels }: Picture, x: number, y: number, w: number, h: number, colour: number): Picture {
  const copy = pixels.slice();
  for (let row = y; row < Math.min(height, y + h); row += 1) copy.fill(colour, row * width + x, row * width + Math.min(width, x + w));
  return { width, height, pixels: copy };
}

const places = fc.record({ x: fc.nat(19), y: fc.nat(11), w: fc.integer({ min: 1, max: 20 }), h: fc.integer({ min: 1, max: 12 }) });
/** Rectangles that are painted one after the other. */
const paintings = fc.array(fc.tuple(places, fc.nat(0xff_ff_ff)), { maxLength: 12 });

function paintAll(start: Picture, rectangles: readonly (readonly [{ x: number; y: number; w: number; h: number }, number])[]): Picture[] {
  const pictures = [start];
  for (const [{ x, y, w, h }, colour] of rectangles) pictures.push(paint(pictures.at(-1)!, x, y, w, h, colour));
  return pictures;
}

/** Times of pictures: 7 hundredths apart. */
const timed = (pictures: readonly Picture[]): TimedPicture[] => pictures.map((each, index) => ({ picture: each, at: index * 7 }));

test('a decoder shows every picture exactly, at its time, if no frame needs more colours than there are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(0xff_ff_ff), paintings, async (colour, rectangles) => {
      const pictures = timed(paintAll(picture(20, 12, [colour]), rectangles));
      const { frames } = await decode(pictures, { end: pictures.length * 7 });
      let at = 0;
      for (const frame of frames) {
        // The frame is on screen until the next: all pictures of that time look like it.
        for (const each of pictures.filter((other) => other.at >= at && other.at < at + frame.delay))
          expect(Array.from(frame.screen)).toEqual(Array.from(each.picture.pixels));
        at += frame.delay;
      }
      expect(at).toBe(pictures.length * 7);
    }),
  );
});

test('another decoder sees the same frames and delays', async () => {
  const file = await encode(timed(paintAll(picture(20, 12, [0x10_20_30, 7]), [[{ x: 3, y: 2, w: 9, h: 4 }, 0xaa_bb_cc]])), { end: 500 });
  const { delay, loop, pages = 0 } = await sharp(file, { animated: true }).metadata();
  expect({ delay, loop, pages }).toEqual({ delay: [70, 4930], loop: 0, pages: 2 });
  for (const [page, { screen }] of parseGif(file).frames.entries()) {
    const rgb = await sharp(file, { page }).removeAlpha().raw().toBuffer();
    expect(Array.from(screen, (_, at) => rgb.readUIntLE(at * 3, 3))).toEqual(Array.from(screen));
  }
});

test('a frame has the smallest area with what changed, and no frame is a copy of the one before', async () => {
  await fc.assert(
    fc.asyncProperty(paintings, async (rectangles) => {
      const pictures = paintAll(picture(20, 12, [1, 2]), rectangles);
      const areas = pictures.slice(1).flatMap((each, index) => changedArea(pictures[index]!, each) ?? []);
      const { frames } = await decode(timed(pictures));
      expect(frames.slice(1).map(({ x, y, width, height }) => ({ x, y, width, height }))).toEqual(areas);
    }),
  );
});

test('the changed area has every pixel that differs, and one on each side', () => {
  fc.assert(
    fc.property(paintings, (rectangles) => {
      const [before, after] = [picture(20, 12, [1]), paintAll(picture(20, 12, [1]), rectangles).at(-1)!];
      const different = [...after.pixels.keys()].filter((at) => before.pixels[at] !== after.pixels[at]);
      const [columns, rows] = [different.map((at) => at % 20), different.map((at) => Math.floor(at / 20))];
      const [x, y] = [Math.min(...columns), Math.min(...rows)];
      const expected = { x, y, width: Math.max(...columns) - x + 1, height: Math.max(...rows) - y + 1 };
      expect(changedArea(before, after)).toEqual(different.length === 0 ? undefined : expected);
    }),
  );
});

test('pictures with more colours are shown in near ones, and never leave a part of the picture before', async () => {
  const photo = (shift: number): Picture =>
    picture(
      64,
      64,
      Array.from({ length: 4096 }, (_, at) => ((at * 7919 + shift) * 4099) & 0xff_ff_ff),
    );
  for (const colours of [256, 32]) {
    const pictures = timed([photo(0), photo(1)]);
    const { frames } = await decode(pictures, { colours });
    for (const [index, { screen }] of frames.entries()) {
      expect(new Set(screen).size).toBeLessThan(colours);
      const distances = Array.from(screen, (shown, at) => distance(shown, pictures[index]!.picture.pixels[at]!));
      // A colour of the picture before would be anywhere.
      expect(distances.reduce((sum, each) => sum + each, 0) / distances.length).toBeLessThan(colours === 256 ? 30 : 60);
    }
  }
});

function distance(a: number, b: number): number {
  return Math.hypot(...[0, 8, 16].map((shift) => ((a >> shift) & 255) - ((b >> shift) & 255)));
}

test('a frame with few colours is exact after one with too many', async () => {
  const first = picture(
    40,
    40,
    Array.from({ length: 1600 }, (_, at) => at * 40),
  );
  const second = { ...first, pixels: first.pixels.map((colour, at) => (at < 50 ? first.pixels[1599 - at]! : colour)) };
  const { frames } = await decode(timed([first, second]));
  expect(Array.from(frames[1]!.screen.slice(0, 50))).toEqual(Array.from(second.pixels.slice(0, 50)));
});

test('common colours stay exact when there are too many', async () => {
  const noise = Array.from({ length: 2000 }, (_, at) => 0x20_00_00 + at * 3);
  const plain = picture(100, 100, [0x1e_1e_2e]);
  const mixed = { ...plain, pixels: Uint32Array.from(plain.pixels, (colour, at) => (at < 2000 ? noise[at]! : colour)) };
  const { frames } = await decode([{ picture: mixed, at: 0 }]);
  expect(new Set(frames[0]!.screen.slice(2000))).toEqual(new Set([0x1e_1e_2e]));
});

test.each([
  [0, 0],
  [1, undefined],
  [3, 2],
])('a GIF that plays %i times is repeated %s times', async (loop, repeat) => {
  expect((await decode(timed([picture(2, 2, [1])]), { loop })).repeat).toBe(repeat);
});

test('a picture that stays for an hour has frames of delays that a GIF can have, and none is short', async () => {
  const { frames } = await decode([{ picture: picture(3, 3, [5]), at: 0 }], { end: 360_000 });
  expect(frames.reduce((sum, { delay }) => sum + delay, 0)).toBe(360_000);
  expect(Math.min(...frames.map(({ delay }) => delay))).toBeGreaterThan(100);
  expect(new Set(frames.map(({ screen }) => String(screen))).size).toBe(1);
});

test('the same pictures give the same bytes', async () => {
  const pictures = timed(paintAll(picture(20, 12, [1, 2, 3]), [[{ x: 1, y: 1, w: 5, h: 5 }, 9]]));
  expect(await encode(pictures)).toEqual(await encode(pictures));
});
