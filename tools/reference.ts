import { writeFile } from 'node:fs/promises';
import { generateReference } from './reference/generateReference';

const REFERENCE_FILE = 'docs/reference.md';

/** Writes the reference of all fields: `npm run reference`. Its pictures come from `npm run pictures`. */
export async function main(): Promise<void> {
  await writeFile(REFERENCE_FILE, generateReference());
  console.log(REFERENCE_FILE);
}
