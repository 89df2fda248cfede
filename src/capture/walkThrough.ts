import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { BrowserContext, Page } from 'playwright-core';
import { HINT_ELEMENT } from './capturedPage';
import { installHint } from './page/installHint';

const [KEEP_KEY, END_KEY] = ['F8', 'F9'];

export interface WalkThrough {
  /** Keeps the page as it is. Returns how many states are kept. */
  readonly keep: (page: Page) => Promise<number>;
  readonly open: (page: Page) => Promise<void>;
  readonly input?: NodeJS.ReadableStream;
}

/** Lets the author walk through a site and keep states with keys of the page or of the terminal, until a key or the last window ends it. */
export async function walkThrough(context: BrowserContext, { keep, open, input = process.stdin }: WalkThrough): Promise<void> {
  // A page must not find the function by its name.
  const binding = `understudy${randomBytes(8).toString('hex')}`;
  let end = (): void => {};
  let fail = (_error: unknown): void => {};
  const ended = new Promise<void>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  let current: Page | undefined;
  let last = Promise.resolve(0);
  const act = (action: string, page: Page | undefined): Promise<number> => {
    if (action === 'end') {
      void last.then(end, fail);
      return last;
    }
    if (page && !page.isClosed()) last = last.then(() => keep(page));
    last.catch(fail);
    return last;
  };
  await context.exposeBinding(binding, ({ page }, action) => act(String(action), page));
  await context.addInitScript(installHint, {
    element: HINT_ELEMENT,
    binding,
    keepKey: KEEP_KEY!,
    endKey: END_KEY!,
    text: `${KEEP_KEY} keeps this state · ${END_KEY} ends`,
  });
  context.on('page', (page) => {
    current = page;
    page.on('close', () => {
      current = context.pages().at(-1);
      if (!current) void last.then(end, fail);
    });
  });
  const page = await context.newPage();
  await open(page);
  console.log(`Walk through the pages in the window.
  ${KEEP_KEY}, or Enter here         keeps the page as it is
  ${END_KEY}, or q and Enter here   ends; so does closing the window`);
  const lines = createInterface({ input });
  lines.on('line', (line) => void act(/^q(?:uit)?$/iu.test(line.trim()) ? 'end' : 'keep', current).catch(() => undefined));
  try {
    await ended;
  } finally {
    lines.close();
  }
}
