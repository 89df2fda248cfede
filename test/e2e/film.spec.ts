import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { openStop } from '../support/page';

const SIZE = { width: 640, height: 360 };
let folder = '';

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'film-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('two films of the same stops have the same frames', async () => {
  // The last two stops of pages and the first of the terminal after them: windows open and close, and the terminal types.
  const command = ['tools/run.mjs', 'test/support/filmHashes.ts', '3.1', '4.1', '5.1'];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  const [first = [], second] = JSON.parse(stdout) as readonly (readonly string[])[];
  expect(new Set(first.map((frame) => frame.split(' ')[0]))).toEqual(new Set(['0', '1', '2']));
  expect(new Set(first).size).toBeGreaterThan(15);
  expect(second).toEqual(first);
});

interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** Runs `understudy export`. Sends SIGINT when `interruptAt` is printed. */
async function exportStory(args: readonly string[], interruptAt?: string): Promise<Run> {
  const child = spawn(process.execPath, ['src/cli/understudy.mjs', 'export', ...args]);
  let output = '';
  const onData = (data: Buffer): void => {
    output += data.toString();
    if (interruptAt !== undefined && output.includes(interruptAt)) child.kill('SIGINT');
  };
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, output };
}

/** Returns a video's length and size, and by how much a frame near its end differs from `picture`, on average, of 255. */
async function play(page: Page, file: string, type: string, picture: Buffer): Promise<readonly number[]> {
  const [film, png] = [(await readFile(file)).toString('base64'), picture.toString('base64')];
  return page.evaluate(
    async ({ source, still }) => {
      const video = Object.assign(document.createElement('video'), { muted: true, src: source });
      await new Promise((resolve, reject) => {
        video.addEventListener('loadeddata', resolve, { once: true });
        video.addEventListener('error', () => reject(new Error(video.error?.message)), { once: true });
      });
      video.currentTime = video.duration - 0.15;
      await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
      const image = Object.assign(new Image(), { src: still });
      await image.decode();
      const pixelsOf = (drawn: CanvasImageSource): Uint8ClampedArray => {
        const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d')!;
        canvas.drawImage(drawn, 0, 0);
        return canvas.getImageData(0, 0, video.videoWidth, video.videoHeight).data;
      };
      const [frame, wanted] = [pixelsOf(video), pixelsOf(image)];
      const difference = frame.reduce((sum, value, index) => sum + Math.abs(value - wanted[index]!), 0) / frame.length;
      return [video.duration, video.videoWidth, video.videoHeight, difference];
    },
    { source: `data:${type};base64,${film}`, still: `data:image/png;base64,${png}` },
  );
}

for (const format of ['mp4', 'webm'])
  test(`a browser plays the ${format} of two stops, and its last frame is what the stage shows`, async ({ page }) => {
    const file = path.join(folder, `talk.${format}`);
    const options = ['--stop', '5.2', '--stop', '5.3', '--size', '640x360', '--fps', '10', '--dwell', '1', '--out', file];
    const { status, output } = await exportStory([format, ...options]);
    expect(status).toBe(0);
    const seconds = Number(/: 0:(\d\d) at 640×360, \d+ kB$/mu.exec(output)?.[1]);
    await page.setViewportSize(SIZE);
    await openStop(page, 7);
    const still = await page.screenshot({ style: '.controls { display: none }' });
    await page.goto('about:blank');
    const [duration = 0, width, height, difference] = await play(page, file, `video/${format}`, still);
    expect(Math.abs(duration - seconds)).toBeLessThan(1);
    expect([width, height]).toEqual([640, 360]);
    expect(difference).toBeLessThan(4);
  });

test('a film that is interrupted leaves nothing', async () => {
  const empty = await mkdtemp(path.join(folder, 'empty-'));
  const { status, output } = await exportStory(['mp4', '--size', '640x360', '--out', path.join(empty, 'talk.mp4')], 'Filming');
  expect(output).toContain('Interrupted; nothing was written.');
  expect(status).toBe(130);
  expect(await readdir(empty)).toEqual([]);
});
