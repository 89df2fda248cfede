import type { OwnBlock } from '../schema/ownBlock';
import type { Extensions } from '../compiler/compileStory';
import { kinds as builtInKinds } from '../kinds/builtIn';
import type { Kind } from '../kinds/kind';
import { loadUserModule } from '../project/loadModule.mjs';
import { checkScriptPath } from '../project/requirements.mjs';
import { blockSchema } from '../schema/block';
import type { UserConfig } from './defineConfig';
import { blockProblem, kindProblem } from './definitionProblem';
import { isMissing, moduleErrorMessage } from './moduleErrorMessage';

export interface LoadedExtensions extends Extensions {
  /** The modules and their imports; a dev server watches them. */
  readonly files: readonly string[];
}

/**
 * Loads the kinds and the blocks that a configuration names. @throws an error with the specifier of a module that does not exist, fails
 * to load, is invalid, or defines a name that another one has
 */
export async function loadExtensions({ kinds = [], blocks = [] }: UserConfig, storyFolder: string): Promise<LoadedExtensions> {
  const loadedKinds = await loadAll<Kind>(kinds, storyFolder, 'kind', kindProblem);
  const loadedBlocks = await loadAll<OwnBlock>(blocks, storyFolder, 'block', blockProblem);
  requireUniqueNames(
    'kinds',
    builtInKinds.map(({ name }) => name),
    loadedKinds.map(({ specifier, value: { name } }) => ({ specifier, name })),
  );
  requireUniqueNames(
    'blocks',
    blockSchema.options.map(({ shape }) => shape.type.value),
    loadedBlocks.map(({ specifier, value: { type } }) => ({ specifier, name: type })),
  );
  return {
    kinds: loadedKinds.map(({ value }) => value),
    blocks: loadedBlocks.map(({ value }) => value),
    files: [...loadedKinds, ...loadedBlocks].flatMap(({ dependencies }) => dependencies),
  };
}

interface Loaded<T> {
  readonly specifier: string;
  readonly value: T;
  readonly dependencies: readonly string[];
}

function loadAll<T>(
  specifiers: readonly string[],
  storyFolder: string,
  what: 'kind' | 'block',
  problemOf: (value: unknown) => string | undefined,
): Promise<readonly Loaded<T>[]> {
  return Promise.all(
    specifiers.map(async (specifier) => {
      checkScriptPath(specifier, storyFolder);
      const { value, dependencies } = await loadUserModule(specifier, storyFolder).catch((error: Error) => {
        throw new Error(`The ${what} "${specifier}" cannot be loaded: ${moduleErrorMessage(error)}${installHint(specifier, error)}`, {
          cause: error,
        });
      });
      const problem = problemOf(value);
      if (problem === undefined) return { specifier, value: value as T, dependencies };
      throw new Error(`The default export of "${specifier}" is not a ${what} for this version of Understudy: ${problem}.`);
    }),
  );
}

/** Returns the command that installs a missing package; empty for files and other errors. */
function installHint(specifier: string, error: Error): string {
  const isPackage = !/^[./]/u.test(specifier);
  return isPackage && isMissing(error) ? ` Install it: npm install ${specifier}` : '';
}

function requireUniqueNames(
  what: string,
  builtIn: readonly string[],
  own: readonly { readonly specifier: string; readonly name: string }[],
): void {
  const owners = new Map(builtIn.map((name) => [name, 'Understudy itself']));
  for (const { specifier, name } of own) {
    const other = owners.get(name);
    if (other === `"${specifier}"`) throw new Error(`The configuration lists ${other} twice in "${what}". Remove one of them.`);
    if (other !== undefined) throw new Error(`The ${what} of ${other} and of "${specifier}" are both called "${name}". Rename one.`);
    owners.set(name, `"${specifier}"`);
  }
}
