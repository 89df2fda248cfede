import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { updateSchemas } from '../src/cli/editorSchemas';
import { editorSchemas } from '../src/compiler/editorSchemas';

/** Writes the schemas that editors complete and explain the stories of this repository with: `npm run schema`. */
export async function main(): Promise<void> {
  for (const [name, text] of Object.entries(editorSchemas())) {
    const file = path.join('scenes', name);
    await writeFile(file, text);
    console.log(file);
  }
  await updateSchemas('examples/chart');
}
