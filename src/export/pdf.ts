import { pluralize } from '../core/pluralize';
import { withBuiltPage } from './builtPage';
import { writeFileAtomically } from './atomicWrite';
import type { ExportFormat } from './format';
import { HANDOUT_ARGUMENTS, HANDOUT_CONTEXT, openHandout } from './handout';
import { parseOptions } from './options';

/** Playwright's default is 30 seconds, and a long story takes longer to print. */
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
    const contents = await withBuiltPage('index.html', HANDOUT_CONTEXT, async (built) => {
      built.page.setDefaultTimeout(PRINT_TIMEOUT_MS);
      built.reportStep('Drawing the stops');
      const stops = await openHandout(built, options);
      built.reportStep(`Printing ${pluralize(stops, 'stop')}`);
      return built.page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
    });
    await writeFileAtomically(output, contents);
    console.log(output);
  },
};
