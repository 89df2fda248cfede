import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../project/project.mjs';

const NAME = 'understudy-demo';

/**
 * Returns the version of this package for the package.json of a story in `folder`: what the project that it is installed in asks for,
 * so that a file or an address goes on to work, otherwise this version and those compatible with it.
 */
export async function packageSpecifier(folder: string): Promise<string> {
  const host = path.join(ROOT, '../..');
  const asked = (await readManifest(host)).dependencies?.[NAME];
  if (asked?.startsWith('file:'))
    return `file:${path.relative(folder, path.resolve(host, asked.slice('file:'.length))).replaceAll(path.sep, '/')}`;
  return asked ?? `^${(await readManifest(ROOT)).version ?? '0.0.0'}`;
}

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

async function readManifest(folder: string): Promise<Manifest> {
  return readFile(path.join(folder, 'package.json'), 'utf8').then(
    (text) => JSON.parse(text) as Manifest,
    () => ({}),
  );
}
