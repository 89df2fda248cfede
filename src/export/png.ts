import path from 'node:path';
import { goToStop } from '../chromium/goToStop';
import { shortPath } from '../project/shortPath';
import { writeFolderAtomically } from './atomicWrite';
import { withBuiltPage, type BuiltPage } from './builtPage';
import { openHandout } from './handout';
import type { Size } from './options';

export interface PngOptions {
  readonly output?: string | undefined;
  readonly scene?: string | undefined;
  readonly theme: 'light' | 'dark';
  readonly size: Size;
  readonly dpr: number;
}

/** Writes a picture of each stop. @throws with a message that says what to do */
export async function run(storyFolder: string, { output = 'handout-png', scene, theme, size, dpr }: PngOptions): Promise<void> {
  const context = { viewport: size, deviceScaleFactor: dpr };
  const files = await writeFolderAtomically(output, (draft) =>
    withBuiltPage({ storyFolder, file: 'index.html', context }, async (built) => {
      built.reportStep('Counting the stops');
      const stops = await listScreenshots(built, scene);
      await built.open('');
      // The page starts dark. The key changes the theme of the page and of the terminal.
      if (theme === 'light') await built.page.keyboard.press('d');
      for (const [done, { index, name, hash }] of stops.entries()) {
        built.reportStep(`${done + 1}/${stops.length} ${name.replaceAll('-', ' ')}`);
        await goToStop(built.page, index, hash);
        await built.page.screenshot({
          path: path.join(draft, `${String(index + 1).padStart(2, '0')}-${name}.png`),
          style: '.controls { display: none }',
        });
      }
    }),
  );
  for (const file of files) console.log(shortPath(file));
}

interface Screenshot {
  /** The stop, 0-based. */
  readonly index: number;
  /** The file's name without number and extension. */
  readonly name: string;
  readonly hash: string;
}

/** Lists the stops from the pages of the handout. */
async function listScreenshots(built: BuiltPage, id: string | undefined): Promise<Screenshot[]> {
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
