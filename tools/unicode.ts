/** Writes the table of character classes that layout and terminal measure text with: `npm run unicode`. */
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { classRuns, UNICODE } from './unicode/encodeClassRuns';

const file = fileURLToPath(new URL('../src/core/terminal/class-runs.ts', import.meta.url));
const WIDTH = 116;

export async function main(): Promise<void> {
  if (process.versions.unicode !== UNICODE) {
    throw new Error(
      `The table is made from Unicode ${UNICODE}, and this Node.js knows ${process.versions.unicode}. Run it with one that knows ${UNICODE}.`,
    );
  }
  const lines = classRuns().match(new RegExp(`.{1,${WIDTH}}`, 'gu')) ?? [];
  const text = `/** Classes of all code points in Unicode ${UNICODE}. Written by \`npm run unicode\`; width.ts explains the letters. */
export const CLASS_RUNS =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
  await writeFile(file, text);
  console.log(`${file}: ${text.length} characters`);
}
