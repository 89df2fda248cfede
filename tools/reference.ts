import { writeFile } from 'node:fs/promises';
import { generateDigest } from '../src/reference/generateDigest';
import { generateReference } from '../src/reference/generateReference';

const REFERENCE_FILE = 'docs/reference.md';
const DIGEST_FILE = 'docs/digest.md';

/** How the repository's own reference differs from that of a story, which `understudy reference` writes. */
export const REPOSITORY_REFERENCE = { pictures: 'images/reference', guide: 'authoring.md' };

/** Writes the reference of all fields, and the digest for coding agents: `npm run reference`. Its pictures come from `npm run pictures`. */
export async function main(): Promise<void> {
  await writeFile(REFERENCE_FILE, generateReference(REPOSITORY_REFERENCE));
  await writeFile(DIGEST_FILE, generateDigest());
  console.log(`${REFERENCE_FILE}\n${DIGEST_FILE}`);
}
