import { withBuiltPage } from './builtPage';
import { writeFileAtomically } from './atomicWrite';
import type { ExportFormat } from './format';
import { HANDOUT_ARGUMENTS, openHandout } from './handout';
import { parseOptions } from './options';
import { showProgress } from './progress';

/** The browser gives up on a page after half a minute; a long story takes longer to print. */
const PRINT_TIMEOUT_MS = 600_000;

export const pdf: ExportFormat = {
  summary: 'one file, a page for each stop, with text to select and bookmarks',
  usage: `  -o, --output FILE     where to write it (handout.pdf)
  --notes               below each picture, what the speaker says
  --wire                below each picture, the messages that cross under it
  --scene ID            this scene alone
  --theme light|dark    light is for paper and the default`,

  async run(args) {
    const { output = 'handout.pdf', ...options } = parseOptions(args, HANDOUT_ARGUMENTS);
    const progress = showProgress();
    const contents = await withBuiltPage(
      { file: 'index.html', context: { viewport: { width: 1320, height: 900 } }, progress },
      async (built) => {
        built.page.setDefaultTimeout(PRINT_TIMEOUT_MS);
        progress.step('Drawing the stops');
        const stops = await openHandout(built, options);
        progress.step(`Printing ${stops} ${stops === 1 ? 'stop' : 'stops'}`);
        return built.page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
      },
    ).finally(progress.clear);
    await writeFileAtomically(output, contents);
    console.log(output);
  },
};
