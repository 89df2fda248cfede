import { readFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { asRecord } from '../core/asRecord';
import { pluralize } from '../core/pluralize';
import type { PageQuery } from '../core/query';
import { paletteOf } from '../styles/palette';
import { streamFileAtomically, withTemporaryFolder } from './atomicWrite';
import { withBuiltPage } from './builtPage';
import { slideSize } from './pptx/slideDeck';
import { sectionsOf } from './pptx/slideText';
import { writeDeck } from './pptx/writeDeck';
import { reportFile } from './reportFile';
import { screenshotStops, type ScreenshotOptions } from './screenshots';
import { selectStops, type Selection } from './selection';

interface SlideOptions extends Selection, ScreenshotOptions {
  readonly output?: string | undefined;
  /** Shows the stop's caption in the picture. */
  readonly captions?: boolean;
}

/** Writes a presentation with a slide for each stop. @throws with a message that says what to do */
export async function run(storyFolder: string, { output = 'slides.pptx', captions = false, ...options }: SlideOptions): Promise<void> {
  const { theme, size, dpr } = options;
  // Before anything is built.
  slideSize(size);
  const selected = await selectStops(storyFolder, options);
  const { story } = selected.timeline;
  const query: URLSearchParams & PageQuery = new URLSearchParams(selected.query);
  if (captions) query.set('captions', '');
  const author = await authorOf(storyFolder);
  const work = async (draft: FileHandle, folder: string): Promise<void> => {
    const pictureOf = ({ index }: { readonly index: number }): string => path.join(folder, `${index}.png`);
    await withBuiltPage({ storyFolder, file: 'index.html', context: { viewport: size, deviceScaleFactor: dpr } }, (built) =>
      screenshotStops(built, { ...selected, query }, options, pictureOf),
    );
    const sections = sectionsOf(story, selected.stops, pictureOf);
    await writeDeck(draft, { title: story.title, author, lang: story.lang, size, theme, palette: paletteOf(theme, story.theme), sections });
  };
  await streamFileAtomically(output, (draft) => withTemporaryFolder((folder) => work(draft, folder)));
  await reportFile(output, pluralize(selected.stops.length, 'slide'));
}

/** Returns the author that the `package.json` in the story's folder names; undefined without one. */
export async function authorOf(storyFolder: string): Promise<string | undefined> {
  const { author } = asRecord(await readJson(path.join(storyFolder, 'package.json')).catch(() => undefined));
  const name = typeof author === 'string' ? author : asRecord(author)['name'];
  // Of `Ann Lee <ann@example.com> (https://example.com)` the name: whoever gets the file need not know the rest.
  return typeof name === 'string' ? name.replace(/\s*[<(].*$/su, '').trim() || undefined : undefined;
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8')) as unknown;
}
