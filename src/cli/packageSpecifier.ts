import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../project/project.mjs';

const NAME = 'understudy-demo';

/**
 * Returns the version range of this package for the package.json of a story in `folder`: that of the project it is installed in, so
 * that a `file:` path or an address keeps working; otherwise this version and compatible ones.
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
