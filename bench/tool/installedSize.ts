import { existsSync, readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface InstalledSize {
  readonly packages: number;
  readonly megabytes: number;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Measures a package and all that it needs, as npm installed them below `folder`. Undefined if it is not installed there. */
export async function measureInstalledSize(folder: string, name: string): Promise<InstalledSize | undefined> {
  const root = findPackage(folder, folder, name);
  if (root === undefined) return undefined;
  const found = new Set([root]);
  // A set is iterated in order, with what is added on the way.
  for (const each of found) {
    for (const dependency of dependenciesOf(each)) {
      const next = findPackage(each, folder, dependency);
      if (next !== undefined) found.add(next);
    }
  }
  const sizes = await Promise.all([...found].map(bytesIn));
  return { packages: found.size, megabytes: sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6 };
}

function dependenciesOf(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const { dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
}

/** Looks for a package as Node does: in the node_modules of `from` and of every folder above it, up to `top`. */
function findPackage(from: string, top: string, name: string): string | undefined {
  for (let folder = from; folder.startsWith(top); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) return candidate;
  }
  return undefined;
}

/** The bytes of a package's own files. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? 0 : bytesIn(file);
      return entry.isFile() ? (await stat(file)).size : 0;
    }),
  );
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
