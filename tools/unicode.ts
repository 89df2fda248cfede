import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { encodeClassRuns, UNICODE_VERSION } from './unicode/encodeClassRuns';

const outputFile = fileURLToPath(new URL('../src/core/terminal/characterClassRuns.ts', import.meta.url));
const LINE_LENGTH = 116;

/** Writes the table of character classes that layout and terminal measure text with: `npm run unicode`. */
export async function main(): Promise<void> {
  if (process.versions.unicode !== UNICODE_VERSION) {
    throw new Error(
      `The table is made from Unicode ${UNICODE_VERSION}, and this Node.js knows ${process.versions.unicode}. ` +
        `Run it with one that knows ${UNICODE_VERSION}.`,
    );
  }
  const lines = encodeClassRuns().match(new RegExp(`.{1,${LINE_LENGTH}}`, 'gu')) ?? [];
  const origin = `Classes of all code points in Unicode ${UNICODE_VERSION}. Written by \`npm run unicode\`; width.ts explains the letters.`;
  const text = `/** ${origin} */
export const CLASS_RUNS =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
  await writeFile(outputFile, text);
  console.log(`${outputFile}: ${text.length} characters`);
}
