import path from 'node:path';
import process from 'node:process';

/** Returns a file's path as the user would type it: relative to the current folder if it lies there. */
export function shortPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative || '.';
}
