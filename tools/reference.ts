import { writeFile } from 'node:fs/promises';
import { generateReference } from '../src/reference/generateReference';

const REFERENCE_FILE = 'docs/reference.md';

/** How the repository's own reference differs from that of a story, which `understudy reference` writes. */
export const REPOSITORY_REFERENCE = { pictures: 'images/reference', guide: 'authoring.md' };

/** Writes the reference of all fields: `npm run reference`. Its pictures come from `npm run pictures`. */
export async function main(): Promise<void> {
  await writeFile(REFERENCE_FILE, generateReference(REPOSITORY_REFERENCE));
  console.log(REFERENCE_FILE);
}
