import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDERS = readdirSync('src', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Returns the first groups of all matches of `pattern` in a file, sorted, each once. */
function namesIn(file: string, pattern: RegExp): string[] {
  return [...new Set([...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => name))].toSorted();
}

test('the architecture describes every folder of src, and no other', () => {
  expect(namesIn('docs/architecture.md', /^\| `src\/([^/`]+)\/` \|/gmu)).toEqual(FOLDERS.toSorted());
});

test('the import boundaries have an entry for every folder of src', () => {
  expect(namesIn('tools/importBoundaries.mjs', /folder: '([^'/]+)'/gu)).toEqual(expect.arrayContaining(FOLDERS));
});

test('every decision record is listed in the architecture', () => {
  const records = readdirSync('docs/decisions').toSorted();
  expect(namesIn('docs/architecture.md', /\]\(decisions\/([^)]+)\)/gu)).toEqual(records);
});
