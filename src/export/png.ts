import path from 'node:path';
import type { Page } from 'playwright-core';
import { goToStop } from '../chromium/goToStop';
import { shortPath } from '../project/shortPath';
import { writeFolderAtomically } from './atomicWrite';
import { withBuiltPage, type BuiltPage } from './builtPage';
import { checkCut } from './cut';
import { openHandout } from './handout';
import type { Size } from './options';

export interface PngOptions {
  readonly output?: string | undefined;
  readonly scene?: string | undefined;
  readonly cut?: string | undefined;
  readonly theme: 'light' | 'dark';
  readonly size: Size;
  readonly dpr: number;
  /** Shows what matters at each stop that names it. */
  readonly focus?: boolean;
}

/** Writes a picture of each stop. @throws with a message that says what to do */
export async function run(
  storyFolder: string,
  { output = 'handout-png', scene, cut, theme, size, dpr, focus = false }: PngOptions,
): Promise<void> {
  await checkCut(storyFolder, cut);
  const context = { viewport: size, deviceScaleFactor: dpr };
  const files = await writeFolderAtomically(output, (draft) =>
    withBuiltPage({ storyFolder, file: 'index.html', context }, async (built) => {
      built.reportStep('Counting the stops');
      const stops = await listScreenshots(built, scene, cut);
      await built.open(cut === undefined ? '' : `?cut=${cut}`);
      // The page starts dark. The key changes the theme of the page and of the terminal.
      if (theme === 'light') await built.page.keyboard.press('d');
      for (const [done, { index, name, hash }] of stops.entries()) {
        built.reportStep(`${done + 1}/${stops.length} ${name.replaceAll('-', ' ')}`);
        await goToStop(built.page, index, hash);
        if (focus) await showFocus(built.page);
        await built.page.screenshot({
          path: path.join(draft, `${String(index + 1).padStart(2, '0')}-${name}.png`),
          style: '.controls { display: none }',
        });
      }
    }),
  );
  for (const file of files) console.log(shortPath(file));
}

/** Brings out what the stop names, if it names something, as the key of the presenter does. */
async function showFocus(page: Page): Promise<void> {
  await page.locator('.pointing').waitFor({ state: 'attached' });
  await page.keyboard.press('y');
  // The stage finds it in the frame after the next.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
}

interface Screenshot {
  /** The stop, 0-based. */
  readonly index: number;
  /** The file's name without number and extension. */
  readonly name: string;
  readonly hash: string;
}

/** Lists the stops from the pages of the handout. */
async function listScreenshots(built: BuiltPage, id: string | undefined, cut: string | undefined): Promise<Screenshot[]> {
  await openHandout(built, { scene: id, cut, theme: 'light', notes: false });
  return built.page
    .locator('.handout__page')
    .evaluateAll((pages) =>
      pages.map((each) => ({
        index: Number((each as HTMLElement).dataset['stop']),
        name: each.id,
        hash: `#/${each.id.replace(/-(\d+)$/u, '/$1')}`,
      })),
    );
}
