import path from 'node:path';
import { formatBytes } from '../core/formatBytes';
import { pluralize } from '../core/pluralize';
import { shortPath } from '../project/shortPath';
import { stat } from 'node:fs/promises';
import { writeFolderAtomically } from './atomicWrite';
import { withBuiltPage } from './builtPage';
import { screenshotStops, type ScreenshotOptions } from './screenshots';
import { selectStops, type Selection } from './selection';

export interface PngOptions extends Selection, ScreenshotOptions {
  readonly output?: string | undefined;
}

/** Writes a picture of each stop. @throws with a message that says what to do */
export async function run(storyFolder: string, { output = 'handout-png', ...options }: PngOptions): Promise<void> {
  const selected = await selectStops(storyFolder, options);
  const context = { viewport: options.size, deviceScaleFactor: options.dpr };
  const files = await writeFolderAtomically(output, (draft) =>
    withBuiltPage({ storyFolder, file: 'index.html', context }, (built) =>
      screenshotStops(built, selected, options, ({ index, scene, step }) =>
        path.join(draft, `${String(index + 1).padStart(2, '0')}-${scene.id}-${step}.png`),
      ),
    ),
  );
  const sizes = await Promise.all(files.map((file) => stat(file)));
  for (const [index, file] of files.entries()) console.log(`${shortPath(file)}: ${formatBytes(sizes[index]!.size)}`);
  console.log(
    `${shortPath(output)}: ${pluralize(files.length, 'picture')}, ${formatBytes(sizes.reduce((sum, { size }) => sum + size, 0))}`,
  );
}
