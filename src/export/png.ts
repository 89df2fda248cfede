import path from 'node:path';
import { goToStop } from '../chromium/goToStop';
import { withBuiltPage, type BuiltPage } from './builtPage';
import { writeFolderAtomically } from './atomicWrite';
import type { ExportFormat } from './format';
import { HANDOUT_ARGUMENTS, openHandout } from './handout';
import { parseChoice, parseOptions, parseScale, parseSize } from './options';

const { output, scene, theme } = HANDOUT_ARGUMENTS;

export const png: ExportFormat = {
  summary: 'a picture of each stop, as the room sees it',
  usage: `  -o, --output FOLDER   where to write them (handout-png)
  --size WxH            in pixels of the page (1920x1080)
  --dpr N               pixels of the picture for each of the page (1)
  --scene ID            this scene alone
  --theme light|dark    dark is the default`,

  async run(args) {
    const options = parseOptions(args, {
      output,
      scene,
      theme: { ...theme, default: 'dark' },
      size: { type: 'string', default: '1920x1080' },
      dpr: { type: 'string', default: '1' },
    });
    const chosenTheme = parseChoice('--theme', options.theme, ['light', 'dark']);
    const context = { viewport: parseSize(options.size), deviceScaleFactor: parseScale(options.dpr) };
    const files = await writeFolderAtomically(options.output ?? 'handout-png', (draft) =>
      withBuiltPage('index.html', context, async (built) => {
        built.reportStep('Counting the stops');
        const stops = await listScreenshots(built, options.scene);
        await built.open('');
        // The page starts dark. The key changes the terminal's theme too.
        if (chosenTheme === 'light') await built.page.keyboard.press('d');
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
    for (const file of files) console.log(file);
  },
};

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
