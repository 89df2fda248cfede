import type { OptionValues } from 'commander';
import type { RunExport } from '../../export/format';
import { loadModule } from '../../project/loadModule.mjs';
import { findStoryFolder, resolveFromCaller } from '../storyFolder';

/** Options whose value is a file: it is meant from where the command was called, also through npm. */
const FILE_OPTIONS = ['output', 'rehearsal', 'ink'];

/** Writes a story in the format `name` of `FORMATS`. @throws what the format throws */
export async function exportStory(
  name: string,
  argument: string | undefined,
  { out, output = out, ...options }: OptionValues,
): Promise<void> {
  const { module } = await loadModule<{ readonly run: RunExport }>(`export/${name}.ts`);
  const resolved = Object.entries({ ...options, output }).map(([key, value]) => [
    key,
    FILE_OPTIONS.includes(key) && typeof value === 'string' ? resolveFromCaller(value) : (value as unknown),
  ]);
  await module.run(findStoryFolder(argument), Object.fromEntries(resolved));
}
