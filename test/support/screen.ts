import type { Page } from '@playwright/test';

/** The spinner's signs: which one shows is the only thing time may change. */
const SIGNS = /[◠◝◞◡◟◜]/gu;

/** Everything on screen as text: the stage's words and the terminal's rows with their styles. */
export async function screenOf(page: Page): Promise<string> {
  const screen = await page.evaluate(() => {
    const rows = [...document.querySelectorAll('.xterm-rows > div')].map((row) => row.innerHTML);
    const stage = document.querySelector<HTMLElement>('.stage');
    const fields = [...document.querySelectorAll<HTMLInputElement>('.stage input')].map((field) => `${field.type} ${field.value} ${field.checked}`);
    const frame = document.querySelector<HTMLElement>('footer')?.innerText ?? '';
    return [stage?.innerText ?? '', ...fields, ...rows, frame].join('\n');
  });
  return screen.replaceAll(SIGNS, '◠');
}
