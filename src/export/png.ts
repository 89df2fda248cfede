import path from 'node:path';
import type { Page } from '@playwright/test';
import { withBuiltPage, type BuiltPage } from './builtPage';
import { draftInto } from './atomicWrite';
import type { Format } from './format';
import { HANDOUT_OPTIONS, openHandout } from './handout';
import { oneOf, readOptions, readScale, readSize } from './options';
import { showProgress } from './progress';

const { output, scene, theme } = HANDOUT_OPTIONS;

export const png: Format = {
  summary: 'a picture of each stop, as the room sees it',
  usage: `  -o, --output FOLDER   where to write them (handout-png)
  --size WxH            in pixels of the page (1920x1080)
  --dpr N               pixels of the picture for each of the page (1)
  --scene ID            this scene alone
  --theme light|dark    dark is the default`,

  async run(args) {
    const wishes = readOptions(args, {
      output,
      scene,
      theme: { ...theme, default: 'dark' },
      size: { type: 'string', default: '1920x1080' },
      dpr: { type: 'string', default: '1' },
    });
    const colours = oneOf('--theme', wishes.theme, ['light', 'dark']);
    const context = { viewport: readSize(wishes.size), deviceScaleFactor: readScale(wishes.dpr) };
    const progress = showProgress();
    const files = await draftInto(wishes.output ?? 'handout-png', (draft) =>
      withBuiltPage({ file: 'index.html', context, progress }, async (built) => {
        progress.step('Counting the stops');
        const stops = await stopsOf(built, wishes.scene);
        await built.open('');
        // The key, so that the terminal changes as well; it is dark to begin with.
        if (colours === 'light') await built.page.keyboard.press('d');
        for (const [done, { index, name, hash }] of stops.entries()) {
          progress.step(`${done + 1}/${stops.length} ${name.replaceAll('-', ' ')}`);
          await stand(built.page, index, hash);
          await built.page.screenshot({
            path: path.join(draft, `${String(index + 1).padStart(2, '0')}-${name}.png`),
            style: '.controls { display: none }',
          });
        }
      }),
    ).finally(progress.clear);
    for (const file of files) console.log(file);
  },
};

/** A stop to take: its place in the story, the name of its file, its address. */
interface Shot {
  readonly index: number;
  readonly name: string;
  readonly hash: string;
}

/** The stops to take, from the pages of the handout. */
async function stopsOf(built: BuiltPage, id: string | undefined): Promise<Shot[]> {
  await openHandout(built, { scene: id, theme: 'light', notes: false });
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

/** Goes to a stop and waits until all of it is on screen. */
async function stand(page: Page, index: number, hash: string): Promise<void> {
  await page.evaluate((value) => {
    location.hash = value;
  }, hash);
  await page.waitForSelector(`html[data-stop="${index}"][data-state="settled"]`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
