import { stat } from 'node:fs/promises';
import { formatBytes } from '../core/formatBytes';
import { shortPath } from '../project/shortPath';

/** Logs where a file was written, what it holds, if that is said, and its size: `handout.pdf: 12 pages, 340 kB`. */
export async function reportFile(file: string, contents?: string): Promise<void> {
  const { size } = await stat(file);
  console.log(`${shortPath(file)}: ${contents === undefined ? '' : `${contents}, `}${formatBytes(size)}`);
}
