import { writeFile } from 'node:fs/promises';
import { reference } from './reference/generateReference';

const FILE = 'docs/reference.md';

/** Writes the reference of all fields: `npm run reference`. Its pictures come from `npm run pictures`. */
export async function main(): Promise<void> {
  await writeFile(FILE, reference());
  console.log(FILE);
}
