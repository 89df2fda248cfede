import type { OptionValues } from 'commander';
import type { RunExport } from '../../export/format';
import { loadModule } from '../../project/loadModule.mjs';
import { findStoryFolder, resolveFromCaller } from '../storyFolder';

/** Writes a story in the format `name` of `FORMATS`. @throws what the format throws */
export async function exportStory(
  name: string,
  argument: string | undefined,
  { out, output = out, ...options }: OptionValues,
): Promise<void> {
  const { module } = await loadModule<{ readonly run: RunExport }>(`export/${name}.ts`);
  await module.run(findStoryFolder(argument), { ...options, output: typeof output === 'string' ? resolveFromCaller(output) : undefined });
}
