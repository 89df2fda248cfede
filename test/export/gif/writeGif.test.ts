import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { KeptPictures } from '../../../src/export/gif/keptPictures';
import { writeGif, type WrittenGif } from '../../../src/export/gif/writeGif';
import { makeFolder } from '../../support/folder';
import { parseGif } from '../../support/gifFile';

const SIZE = { width: 60, height: 40 };

/** A PNG, twice as large as the GIF, of a gradient that begins at `start`. */
async function gradient(start: number): Promise<Uint8Array> {
  const [width, height] = [2 * SIZE.width, 2 * SIZE.height];
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, at) => (start + at * (1 + (at % 3))) % 256);
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** Keeps pictures of the frames 0, 2, 4 and 6 of a film with 10 frames, 10 a second, and encodes them. */
async function write(maxBytes: number | undefined): Promise<WrittenGif & { readonly reports: readonly string[]; readonly folder: string }> {
  const folder = await makeFolder({});
  const pictures = new KeptPictures(folder, SIZE, 10);
  for (const frame of [0, 2, 4, 6]) await pictures.add(frame, await gradient(frame));
  const reports: string[] = [];
  const report = (text: string): void => void reports.push(text);
  return { ...(await writeGif(pictures, folder, { size: SIZE, fps: 10, frames: 10, loop: 0, maxBytes, report })), reports, folder };
}

test('pictures are written at their times, and the last stays to the end', async () => {
  const { file, quality, reports } = await write(undefined);
  const { frames, width, height } = parseGif(await readFile(file));
  expect([width, height, quality.colours]).toEqual([60, 40, 256]);
  expect(frames.map(({ delay }) => delay)).toEqual([20, 20, 20, 40]);
  expect(reports[0]).toMatch(/^Encoding 4 pictures.* 0 %$/u);
});

test('a picture that looks like the one before is not kept', async () => {
  const pictures = new KeptPictures(await makeFolder({}), SIZE, 10);
  for (const frame of [0, 1, 2]) await pictures.add(frame, await gradient(frame === 2 ? 9 : 0));
  expect(pictures.count).toBe(2);
});

test('a GIF that is too large loses colours, frames and pixels until it fits', async () => {
  const { length } = await readFile((await write(undefined)).file);
  for (const share of [0.9, 0.6, 0.3]) {
    const { file, quality, reports } = await write(Math.floor(length * share));
    const found = await readFile(file);
    expect(found.length).toBeLessThanOrEqual(length * share);
    expect(parseGif(found).width).toBe(quality.size.width);
    expect(quality.colours).toBeLessThan(256);
    expect(reports.length).toBeGreaterThan(1);
  }
});

test('a size that cannot be reached is an error with the smallest one', async () => {
  await expect(write(100)).rejects.toThrow(
    /^A GIF of this cannot have 1 kB: with 32 colours, 5 frames a second and 18×12 pixels it still has \d+ kB\. Take fewer stops/u,
  );
});

test('the files are in the folder that the caller removes', async () => {
  const { file, folder } = await write(undefined);
  expect(path.dirname(file)).toBe(folder);
  expect((await readdir(folder)).toSorted()).toEqual(['0.gif', '0.pixels', '1.pixels', '2.pixels', '3.pixels']);
});
