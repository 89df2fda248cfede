import { build } from 'vite';
import { formatSizes, measureSizes, overBudget, readBudget } from '../../vite/budget';
import { viteConfig, type PageSettings } from '../../vite/viteConfig';
import { showProgress } from '../../project/progress';
import { shortPath } from '../../project/shortPath';
import { buildError, createBuildLogger } from '../buildError';
import { updateSchemas } from '../editorSchemas';
import { replaceFolder } from '../replaceFolder';
import { readSettings, type PageFlags } from '../settings';
import { findStoryFolder } from '../storyFolder';

type PageFile = 'index.html' | 'standalone.html';

/**
 * Builds a story's page: `index.html` with its files, and `standalone.html`. The output folder changes once everything is written;
 * an error or Ctrl+C leaves it as it was. @throws {StoryError} if the story has problems
 */
export async function buildStory(
  argument: string | undefined,
  { only, ...flags }: PageFlags & { readonly only?: PageFile },
): Promise<void> {
  const folder = findStoryFolder(argument);
  const [settings] = await Promise.all([readSettings(folder, flags), updateSchemas(folder)]);
  const started = Date.now();
  const progress = showProgress();
  await replaceFolder(settings.outDir, settings.storyFolder, async (draft) => {
    for (const file of only === undefined ? (['index.html', 'standalone.html'] as const) : [only]) {
      progress.step(`Building ${file}`);
      await buildPage(file, { ...settings, outDir: draft });
    }
  }).finally(progress.clear);
  if (only !== undefined) return;
  await printSizes(settings);
  console.log(`${shortPath(settings.outDir)} written in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

async function buildPage(file: PageFile, settings: PageSettings): Promise<void> {
  const config = viteConfig({ ...settings, isStandalone: file === 'standalone.html' });
  await build({ ...config, customLogger: createBuildLogger(), build: { ...config.build, emptyOutDir: false } }).catch((error: Error) => {
    throw buildError(error);
  });
}

async function printSizes({ outDir, storyFolder, base }: PageSettings & { readonly outDir: string }): Promise<void> {
  const [sizes, budget] = [await measureSizes(outDir, base), await readBudget(storyFolder)];
  console.log(formatSizes(sizes, budget));
  const over = overBudget(sizes, budget);
  if (over.length > 0) console.warn(`Over the budget in budget.json: ${over.join(', ')}.`);
}
