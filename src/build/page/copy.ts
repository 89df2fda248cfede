import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Copy } from '../../core/offline';

/** Files a copy of the page does without: the worker itself, what only other sites ask for, what hides from hosts. */
const LEFT_OUT = /(?:^|\/)\.|^(?:sw\.js|standalone\.html|assets\/card-[^/]*\.png)$/u;

/** Everything a browser must keep of a built page to play it without a network. */
export async function copyOf(dist: string): Promise<Copy> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => !LEFT_OUT.test(name))
    .sort();
  const files = await Promise.all(names.map(async (name) => [name, `sha256-${hash(await readFile(path.join(dist, name)), 'base64')}`] as const));
  return { version: hash(JSON.stringify(files), 'hex').slice(0, 12), files };
}

function hash(content: string | Uint8Array, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(content).digest(encoding);
}
