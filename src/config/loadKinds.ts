import { kinds as builtInKinds } from '../kinds/builtIn';
import type { Kind } from '../kinds/kind';
import { loadUserModule } from '../project/loadModule.mjs';
import { kindProblem } from './kindProblem';

export interface LoadedKinds {
  readonly kinds: readonly Kind[];
  /** The files they were loaded from, for watching. */
  readonly files: readonly string[];
}

/**
 * Loads kinds of scenes from files and packages. @throws with the specifier where one is missing, fails to load or is no kind, and
 * where two have one name
 */
export async function loadKinds(specifiers: readonly string[], storyFolder: string): Promise<LoadedKinds> {
  const loaded = await Promise.all(
    specifiers.map(async (specifier) => {
      const { value, dependencies } = await loadUserModule(specifier, storyFolder).catch((error: Error) => {
        throw new Error(`The kind "${specifier}" cannot be loaded: ${error.message}${installHint(specifier, error)}`, { cause: error });
      });
      return { specifier, kind: requireKind(value, specifier), dependencies };
    }),
  );
  const owners = new Map(builtInKinds.map(({ name }) => [name, 'Understudy itself']));
  for (const { specifier, kind } of loaded) {
    const other = owners.get(kind.name);
    if (other !== undefined) throw new Error(`The kinds of ${other} and of "${specifier}" are both called "${kind.name}". Rename one.`);
    owners.set(kind.name, `"${specifier}"`);
  }
  return { kinds: loaded.map(({ kind }) => kind), files: loaded.flatMap(({ dependencies }) => dependencies) };
}

/** The command that installs a missing package; empty for files and other errors. */
function installHint(specifier: string, { message }: Error): string {
  const isPackage = !/^[./]/u.test(specifier);
  return isPackage && /cannot find|failed to load|does the file exist/iu.test(message) ? ` Install it: npm install ${specifier}` : '';
}

function requireKind(value: unknown, specifier: string): Kind {
  const problem = kindProblem(value);
  if (problem === undefined) return value as Kind;
  throw new Error(`The default export of "${specifier}" is not a kind for this version of Understudy: ${problem}.`);
}
