import type { BrowserContext, Page } from '@playwright/test';

/** Frames of the spinner: which one is shown depends on the time. */
const SPINNER_CHARACTERS = /[◠◝◞◡◟◜]/gu;

/** Returns everything on screen as text: the stage's text and the terminal's rows with their styles. */
export async function screenText(page: Page): Promise<string> {
  const screen = await page.evaluate(async () => {
    // After a paint: while xterm.js rewrites a screen it has no rows for a moment.
    await new Promise<void>((resolve) => requestAnimationFrame(() => void scheduler.postTask(resolve, { priority: 'user-blocking' })));
    const rows = [...document.querySelectorAll('.xterm-rows > div')].map((row) => row.innerHTML);
    const stage = document.querySelector<HTMLElement>('.stage');
    const fields = [...document.querySelectorAll<HTMLInputElement>('.stage input')]
      .filter((field) => field.checkVisibility())
      .map((field) => `${field.type} ${field.value} ${field.checked}`);
    const frame = document.querySelector<HTMLElement>('footer')?.innerText ?? '';
    return [stage?.innerText ?? '', ...fields, ...rows, frame].join('\n');
  });
  return screen.replaceAll(SPINNER_CHARACTERS, '◠');
}

/** Returns the terminal's rows as text, after a paint (see above). */
export function terminalRows(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise<void>((resolve) => requestAnimationFrame(() => void scheduler.postTask(resolve, { priority: 'user-blocking' })));
    return [...document.querySelectorAll('.xterm-rows > div')].map((row) => row.textContent);
  });
}

/** Difference of a colour channel, of 255, that still counts as the same. */
const COLOUR_TOLERANCE = 12;

declare global {
  /** Defined in the image reader's page: decodes a PNG given in base64. */
  function decodePng(screenshot: string): Promise<ImageData>;
}

/** Opens a page that decodes PNGs with the browser's own decoder. */
async function openImageReader(context: BrowserContext): Promise<Page> {
  const reader = await context.newPage();
  await reader.evaluate(() => {
    globalThis.decodePng = async (screenshot) => {
      const bytes = Uint8Array.from(atob(screenshot), (char) => char.codePointAt(0)!);
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      canvas.drawImage(bitmap, 0, 0);
      return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    };
  });
  return reader;
}

/** Returns a function that counts the pixels two screenshots differ in. */
export async function createPixelDiff(context: BrowserContext): Promise<(one: Buffer, other: Buffer) => Promise<number>> {
  const reader = await openImageReader(context);
  return (one, other) =>
    reader.evaluate(
      async ({ screenshots, tolerance }) => {
        const [a, b] = (await Promise.all(screenshots.map((screenshot) => decodePng(screenshot)))).map(({ data }) => data);
        let different = 0;
        for (let at = 0; at < a!.length; at += 4) {
          if ([0, 1, 2].some((channel) => Math.abs(a![at + channel]! - b![at + channel]!) > tolerance)) different += 1;
        }
        return a!.length === b!.length ? different : Number.POSITIVE_INFINITY;
      },
      { screenshots: [one, other].map((screenshot) => screenshot.toString('base64')), tolerance: COLOUR_TOLERANCE },
    );
}

/**
 * Returns a function that measures the continuity of a vertical line in a screenshot, from 0 (interrupted) to 1: the least
 * red in its brightest column. The dark window has hardly any red.
 */
export async function createLineContinuityCheck(context: BrowserContext): Promise<(screenshot: string) => Promise<number>> {
  const reader = await openImageReader(context);
  return (screenshot) =>
    reader.evaluate(async (bytes) => {
      const { width, height, data } = await decodePng(bytes);
      const columns = Array.from({ length: width }, (_, x) => Array.from({ length: height }, (__, y) => data[(y * width + x) * 4]!));
      const [least, most] = [Math.min(...columns.flat()), Math.max(...columns.flat())];
      return (Math.max(...columns.map((column) => Math.min(...column))) - least) / (most - least);
    }, screenshot);
}

/** Returns the colours of a screenshot, as `#rrggbb`. */
export async function imageColours(context: BrowserContext, screenshot: Buffer): Promise<string[]> {
  const reader = await openImageReader(context);
  const colours = await reader.evaluate(async (bytes) => {
    const { data } = await decodePng(bytes);
    const found = new Set<string>();
    for (let at = 0; at < data.length; at += 4)
      found.add(`#${[0, 1, 2].map((channel) => data[at + channel]!.toString(16).padStart(2, '0')).join('')}`);
    return [...found];
  }, screenshot.toString('base64'));
  await reader.close();
  return colours;
}
