import { loadConfig } from '../../config/loadConfig';
import { loadExtensions } from '../../config/loadExtensions';
import { writeFileAtomically } from '../../export/atomicWrite';
import { reportFile } from '../../export/reportFile';
import { generateReference } from '../../reference/generateReference';
import { findStoryFolder, resolveFromCaller } from '../storyFolder';

/** Writes the reference of a story's files, its own kinds and blocks included. @throws if one of them cannot be loaded */
export async function writeReference(
  argument: string | undefined,
  { output = 'reference.md' }: { readonly output?: string },
): Promise<void> {
  const folder = findStoryFolder(argument);
  const { config } = await loadConfig(folder);
  const own = await loadExtensions(config, folder);
  const file = resolveFromCaller(output);
  await writeFileAtomically(file, generateReference({ own }));
  await reportFile(file);
}
