import { readdirSync } from 'node:fs';
import { compareFolders } from './screens/compareFolders';
import { captureStories } from './screens/captureStories';

const USAGE = `Usage:
  npm run screens -- record <folder>            takes a screenshot of every stop of every story in this repository
  npm run screens -- compare <before> <after>   lists the screenshots that differ, with the number of pixels`;

/**
 * Compares screenshots from before and after a change: record a folder of each, then compare the two.
 *
 * @returns the exit code: 1 when screenshots differ or are missing
 */
export async function main([command, ...folders]: readonly string[]): Promise<number> {
  const [first, second] = folders;
  if (command === 'record' && first && folders.length === 1) {
    await captureStories(['scenes', ...readdirSync('examples').map((name) => `examples/${name}`)], first);
    return 0;
  }
  if (command === 'compare' && first && second && folders.length === 2) return compareFolders(first, second);
  throw new Error(USAGE);
}
