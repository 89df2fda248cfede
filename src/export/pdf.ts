import { withBuiltPage } from './builtPage';
import { writeWhole } from './atomicWrite';
import type { Format } from './format';
import { HANDOUT_OPTIONS, openHandout } from './handout';
import { readOptions } from './options';
import { showProgress } from './progress';

/** The browser gives up on a page after half a minute; a long story takes longer to print. */
const PATIENCE_MS = 600_000;

export const pdf: Format = {
  summary: 'one file, a page for each stop, with text to select and bookmarks',
  usage: `  -o, --output FILE     where to write it (handout.pdf)
  --notes               below each picture, what the speaker says
  --wire                below each picture, the messages that cross under it
  --scene ID            this scene alone
  --theme light|dark    light is for paper and the default`,

  async run(args) {
    const { output = 'handout.pdf', ...wishes } = readOptions(args, HANDOUT_OPTIONS);
    const progress = showProgress();
    const contents = await withBuiltPage(
      { file: 'index.html', context: { viewport: { width: 1320, height: 900 } }, progress },
      async (built) => {
        built.page.setDefaultTimeout(PATIENCE_MS);
        progress.step('Drawing the stops');
        const stops = await openHandout(built, wishes);
        progress.step(`Printing ${stops} ${stops === 1 ? 'stop' : 'stops'}`);
        return built.page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
      },
    ).finally(progress.clear);
    await writeWhole(output, contents);
    console.log(output);
  },
};
