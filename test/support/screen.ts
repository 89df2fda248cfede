import type { BrowserContext, Page } from '@playwright/test';

/** The spinner's signs: which one shows is the only thing time may change. */
const SPINNER_CHARACTERS = /[◠◝◞◡◟◜]/gu;

/** Everything on screen as text: the stage's words and the terminal's rows with their styles. */
export async function screenText(page: Page): Promise<string> {
  const screen = await page.evaluate(async () => {
    // As a picture has it: while xterm.js writes a screen anew there are no rows for a moment, which nobody sees.
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

/** The terminal's rows as text, as a picture has them (see above). */
export function terminalRows(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise<void>((resolve) => requestAnimationFrame(() => void scheduler.postTask(resolve, { priority: 'user-blocking' })));
    return [...document.querySelectorAll('.xterm-rows > div')].map((row) => row.textContent);
  });
}

/** How far a colour may be off, of 255, and count as the same. */
const COLOUR_TOLERANCE = 12;

declare global {
  /** In a judge's page: the pixels of a PNG given in base64. */
  function decodePng(picture: string): Promise<ImageData>;
}

/** A page that reads pictures: the browser itself does. */
async function openImageReader(context: BrowserContext): Promise<Page> {
  const judge = await context.newPage();
  await judge.evaluate(() => {
    globalThis.decodePng = async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (char) => char.codePointAt(0)!);
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      canvas.drawImage(bitmap, 0, 0);
      return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    };
  });
  return judge;
}

/** Returns a function that counts the pixels two screenshots differ in. */
export async function createPixelDiff(context: BrowserContext): Promise<(one: Buffer, other: Buffer) => Promise<number>> {
  const judge = await openImageReader(context);
  return (one, other) =>
    judge.evaluate(
      async ({ pictures, noise }) => {
        const [a, b] = (await Promise.all(pictures.map((picture) => decodePng(picture)))).map(({ data }) => data);
        let different = 0;
        for (let at = 0; at < a!.length; at += 4) {
          if ([0, 1, 2].some((channel) => Math.abs(a![at + channel]! - b![at + channel]!) > noise)) different += 1;
        }
        return a!.length === b!.length ? different : Number.POSITIVE_INFINITY;
      },
      { pictures: [one, other].map((picture) => picture.toString('base64')), noise: COLOUR_TOLERANCE },
    );
}

/**
 * Returns a function that says how whole an upright line in a picture is: how much of its colour its brightest column has
 * where it has least, from 0 (interrupted) to 1. Told by red, which the dark window has hardly any of.
 */
export async function createLineContinuityCheck(context: BrowserContext): Promise<(picture: string) => Promise<number>> {
  const judge = await openImageReader(context);
  return (picture) =>
    judge.evaluate(async (bytes) => {
      const { width, height, data } = await decodePng(bytes);
      const columns = Array.from({ length: width }, (_, x) => Array.from({ length: height }, (__, y) => data[(y * width + x) * 4]!));
      const [least, most] = [Math.min(...columns.flat()), Math.max(...columns.flat())];
      return (Math.max(...columns.map((column) => Math.min(...column))) - least) / (most - least);
    }, picture);
}

/** The different colours of a picture, as `#rrggbb`. */
export async function imageColours(context: BrowserContext, picture: Buffer): Promise<string[]> {
  const judge = await openImageReader(context);
  const colours = await judge.evaluate(async (bytes) => {
    const { data } = await decodePng(bytes);
    const found = new Set<string>();
    for (let at = 0; at < data.length; at += 4)
      found.add(`#${[0, 1, 2].map((channel) => data[at + channel]!.toString(16).padStart(2, '0')).join('')}`);
    return [...found];
  }, picture.toString('base64'));
  await judge.close();
  return colours;
}
