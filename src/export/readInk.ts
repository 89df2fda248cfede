import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { asRecord } from '../core/asRecord';
import { parseInkFile, type InkFile } from '../core/inkFile';
import { storageKey } from '../core/storage';
import { pluralize } from '../core/pluralize';
import { shortPath } from '../project/shortPath';

/** Reads a file with the ink of a talk with the story in `storyFolder`. @throws with a message that says what is wrong with it */
export async function readInk(storyFolder: string, file: string): Promise<InkFile> {
  const story = asRecord(await readJson(path.join(storyFolder, 'story.json')))['id'];
  const parsed = parseInkFile(await readJson(file), String(story));
  if ('problem' in parsed) throw new Error(`${shortPath(file)} cannot be used. ${parsed.problem}`);
  return parsed.file;
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(code === 'ENOENT' ? `There is no file ${shortPath(file)}.` : `${shortPath(file)} cannot be read: ${message}`, {
      cause: error,
    });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${shortPath(file)} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** Has the pages that are opened next find the ink where a talk in the same tab would have left it. */
export async function provideInk(page: Page, ink: InkFile): Promise<void> {
  const [before = '', after = ''] = storageKey('\n', ink.story, 'ink').split('\n');
  await page.addInitScript(
    ([start, end, value]) => {
      try {
        sessionStorage.setItem(`${start}${location.pathname.replace(/[^/]*$/u, '')}${end}`, value!);
      } catch {
        // A frame without storage
      }
    },
    [before, after, JSON.stringify(ink)],
  );
}

/** Says which strokes have no page in the handout, since the story has changed. */
export async function warnAboutLostInk(page: Page, { ink }: InkFile): Promise<void> {
  const pages = new Set(await page.locator('.handout__page').evaluateAll((all) => all.map(({ id }) => id)));
  const lost = Object.keys(ink).filter((stop) => ink[stop]!.length > 0 && !pages.has(stop.replace('/', '-')));
  if (lost.length > 0)
    console.warn(`The ink of ${pluralize(lost.length, 'stop')} is left out, which the handout does not have: ${lost.join(', ')}`);
}
