import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** The smallest example. A new story is a copy of it. */
const TEMPLATE_FOLDER = 'examples/hello';
const SCHEMA_FOLDER = 'scenes';

/** Runs `npm run new -- my-talk`, which creates a story. @throws if the name is not valid or the folder exists */
export async function main([name = '']: readonly string[]): Promise<void> {
  const usage = 'Usage: npm run new -- my-talk';
  const rule = 'it starts with a letter and has letters, digits and hyphens only.';
  if (name === '') throw new Error(`${usage}\nGive the folder a name: ${rule}`);
  const folder = path.normalize(name).replace(/[/\\]+$/u, '');
  const id = path.basename(folder).toLowerCase();
  if (!/^[a-z][a-z0-9-]*$/u.test(id)) throw new Error(`${usage}\n"${path.basename(folder)}" cannot be the folder’s name: ${rule}`);
  if (await stat(folder).catch(() => undefined)) throw new Error(`${folder} is there already. Choose another name, or remove it first.`);

  await cp(TEMPLATE_FOLDER, folder, { recursive: true });
  const toSchemas = path.relative(folder, SCHEMA_FOLDER).split(path.sep).join('/');
  for (const file of await readdir(folder)) {
    const text = await readFile(path.join(folder, file), 'utf8');
    const own = text.replaceAll('../../scenes/', `${toSchemas}/`);
    await writeFile(path.join(folder, file), file === 'story.json' ? own.replace('"id": "hello"', `"id": "${id}"`) : own);
  }
  console.log(nextSteps(folder));
}

function nextSteps(folder: string): string {
  const quoted = /[^\w./\\:-]/u.test(folder) ? `"${folder}"` : folder;
  const run = (script: string) =>
    process.platform === 'win32' ? `$env:SCENES = '${folder}'; npm ${script}` : `SCENES=${quoted} npm ${script}`;
  return `${folder} is ready: two scenes that play at once.

  ${run('run dev')}    write it while it plays
  ${run('start')}      build it, and play it as your audience sees it

docs/authoring.md builds this very story step by step.
`;
}
