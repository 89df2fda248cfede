import type { InkFile } from '../core/inkFile';
import type { PageQuery } from '../core/query';
import type { BuiltPage } from './builtPage';
import { provideInk, warnAboutLostInk } from './readInk';
import type { Selection } from './selection';

/** Wide enough for the sheets of the handout. */
export const HANDOUT_CONTEXT = { viewport: { width: 1320, height: 900 } };

/** The options that PDF and HTML share. */
export interface HandoutExportOptions extends Pick<Selection, 'scene' | 'cut' | 'set'> {
  readonly output?: string | undefined;
  readonly theme: 'light' | 'dark';
  readonly captions?: boolean;
  readonly notes?: boolean;
  readonly wire?: boolean;
  readonly transcript?: boolean;
  /** File with the ink of a talk. */
  readonly ink?: string | undefined;
  readonly focus?: boolean;
}

/** The options of the opened page: what was selected is in the query, and the ink has been read. */
interface OpenHandoutOptions extends Omit<HandoutExportOptions, 'ink' | 'cut' | 'set' | 'output'> {
  readonly query: URLSearchParams;
  readonly ink?: InkFile | undefined;
}

/** Opens the built page as a handout and returns the number of its stops. @throws when there is no wire data */
export async function openHandout(
  { page, open }: BuiltPage,
  {
    query: selection,
    scene,
    theme,
    captions = false,
    notes = false,
    wire = false,
    transcript = false,
    ink,
    focus = false,
  }: OpenHandoutOptions,
): Promise<number> {
  const query: PageQuery & { toString(): string } = new URLSearchParams(selection);
  query.set('handout', '');
  query.set('theme', theme);
  if (captions) query.set('captions', '');
  if (notes) query.set('notes', '');
  if (transcript) query.set('transcript', '');
  if (wire) query.set('wire', '');
  if (scene !== undefined) query.set('scene', scene);
  if (focus) query.set('focus', '');
  if (ink !== undefined) {
    query.set('ink', '');
    await provideInk(page, ink);
  }
  await open(`?${query}`);
  const stops = await page.locator('.handout__page').count();
  if (ink && scene === undefined) await warnAboutLostInk(page, ink);
  if (wire && (await page.locator('.handout__wire').count()) === 0) {
    throw new Error(
      'The story does not tell what crosses under these stops: its story.json names no "wire" file, ' +
        'or that file leaves them out. Leave out --wire.',
    );
  }
  return stops;
}
