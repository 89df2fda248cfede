import { pluralize } from '../core/pluralize';
import { writeFileAtomically } from './atomicWrite';
import { withBuiltPage } from './builtPage';
import { readInk } from './readInk';
import { HANDOUT_CONTEXT, openHandout, type HandoutExportOptions } from './handout';
import { reportFile } from './reportFile';
import { selectStops } from './selection';

/** Playwright's default is 30 seconds, and a long story takes longer to print. */
const PRINT_TIMEOUT_MS = 600_000;

/** Writes the handout as a PDF. @throws with a message that says what to do */
export async function run(storyFolder: string, { output = 'handout.pdf', ink: file, ...options }: HandoutExportOptions): Promise<void> {
  const ink = file === undefined ? undefined : await readInk(storyFolder, file);
  const { query } = await selectStops(storyFolder, options);
  let stops = 0;
  const contents = await withBuiltPage({ storyFolder, file: 'index.html', context: HANDOUT_CONTEXT }, async (built) => {
    built.page.setDefaultTimeout(PRINT_TIMEOUT_MS);
    built.reportStep('Drawing the stops');
    stops = await openHandout(built, { ...options, query, ink });
    built.reportStep(`Printing ${pluralize(stops, 'stop')}`);
    return built.page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
  });
  await writeFileAtomically(output, contents);
  await reportFile(output, pluralize(stops, 'page'));
}
