import type { OptionValues } from 'commander';
import type { RunImport } from '../../import/format';
import { loadModule } from '../../project/loadModule.mjs';
import { findStoryFolder, requestedFolder, resolveFromCaller } from '../storyFolder';

/** Imports a file in the format `name` of `IMPORT_FORMATS`. @throws what the format throws */
export async function importFile(
  name: string,
  file: string,
  argument: string | undefined,
  { out, ...options }: OptionValues,
): Promise<void> {
  const { module } = await loadModule<{ readonly run: RunImport }>(`import/${name}.ts`);
  const target = typeof out === 'string' ? resolveFromCaller(out) : undefined;
  const folder = target !== undefined && requestedFolder(argument) === undefined ? undefined : findStoryFolder(argument);
  await module.run(resolveFromCaller(file), folder, { ...options, out: target });
}
