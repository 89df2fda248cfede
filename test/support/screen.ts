import type { BrowserContext, Page } from '@playwright/test';

/** The spinner's signs: which one shows is the only thing time may change. */
const SIGNS = /[◠◝◞◡◟◜]/gu;

/** Everything on screen as text: the stage's words and the terminal's rows with their styles. */
export async function screenOf(page: Page): Promise<string> {
  const screen = await page.evaluate(async () => {
    // As a picture has it: while xterm.js writes a screen anew there are no rows for a moment, which nobody sees.
    await new Promise<void>((resolve) => requestAnimationFrame(() => void scheduler.postTask(resolve, { priority: 'user-blocking' })));
    const rows = [...document.querySelectorAll('.xterm-rows > div')].map((row) => row.innerHTML);
    const stage = document.querySelector<HTMLElement>('.stage');
    const fields = [...document.querySelectorAll<HTMLInputElement>('.stage input')].filter((field) => field.checkVisibility()).map((field) => `${field.type} ${field.value} ${field.checked}`);
    const frame = document.querySelector<HTMLElement>('footer')?.innerText ?? '';
    return [stage?.innerText ?? '', ...fields, ...rows, frame].join('\n');
  });
  return screen.replaceAll(SIGNS, '◠');
}

/** How far a colour may be off, of 255, and count as the same. */
const NOISE = 12;

/** Returns a function that counts the pixels two screenshots differ in. The browser itself reads the pictures. */
export async function pixelJudge(context: BrowserContext): Promise<(one: Buffer, other: Buffer) => Promise<number>> {
  const judge = await context.newPage();
  return (one, other) =>
    judge.evaluate(
      async ({ pictures, noise }) => {
        const [a, b] = await Promise.all(
          pictures.map(async (picture) => {
            const bytes = Uint8Array.from(atob(picture), (char) => char.codePointAt(0)!);
            const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
            canvas.drawImage(bitmap, 0, 0);
            return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
          }),
        );
        let different = 0;
        for (let at = 0; at < a!.length; at += 4) {
          if ([0, 1, 2].some((channel) => Math.abs(a![at + channel]! - b![at + channel]!) > noise)) different += 1;
        }
        return a!.length === b!.length ? different : Number.POSITIVE_INFINITY;
      },
      { pictures: [one, other].map((picture) => picture.toString('base64')), noise: NOISE },
    );
}
