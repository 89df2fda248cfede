import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kinds } from '../../src/kinds/builtIn';

/** `terminal` is also the name of a surface, `image` that of parts, and `page` that of many things, which are no kinds. */
const NAMES = kinds.map(({ name }) => name).filter((name) => !['terminal', 'page', 'image'].includes(name));

/**
 * Names that are no kind: of the recorded times of a rehearsal (a style, a key of the session store), of cast files and what becomes of a
 * recorded session, of the slides of a PowerPoint file, of where a line of a shell was edited, and of a layout of a sign-in page.
 */
const ALLOWED = [
  ['src/stage/RecordingBadge.tsx', 'recording'],
  ['src/compiler/story/problem.ts', 'recording'],
  ['src/import/cast/readCast.ts', 'recording'],
  ['src/import/cast/reading.ts', 'editor'],
  ['src/import/cast/splitSession.ts', 'editor'],
  ['src/export/pptx.ts', 'slide'],
  ['src/export/pptx/deckParts.ts', 'slide'],
  ['src/export/pptx/slideParts.ts', 'slide'],
  ['src/player/rehearsalRecorder.ts', 'recording'],
  ['src/record/kindsOfKeeping.ts', 'recording'],
  ['src/kinds/sso/schema.ts', 'split'],
];

test('the name of a kind stands nowhere outside its own folder', async () => {
  const files = (await readdir('src', { recursive: true })).map((file) => path.posix.join('src', file.replaceAll(path.sep, '/')));
  const sources = files.filter((file) => /\.(?:tsx?|mjs)$/u.test(file));
  expect(sources.length).toBeGreaterThan(200);
  const found = await Promise.all(
    sources.map(async (file) => {
      const code = (await readFile(file, 'utf8')).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '');
      return NAMES.filter((name) => !file.startsWith(`src/kinds/${name}/`) && new RegExp(`['"\`]${name}['"\`]`, 'u').test(code)).map(
        (name) => [file, name],
      );
    }),
  );
  expect(found.flat().toSorted()).toEqual(ALLOWED.toSorted());
});
