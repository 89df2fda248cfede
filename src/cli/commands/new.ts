import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createDraftFolder } from '../../project/createDraftFolder';
import { IS_PACKAGED, ROOT } from '../../project/project.mjs';
import { SCHEMA_FOLDER, writeSchemas } from '../editorSchemas';
import { talkFiles } from '../talkFiles';
import { resolveFromCaller } from '../storyFolder';

/** The example that a new story is copied from. */
const EXAMPLE_FOLDER = path.join(ROOT, 'examples/hello');

/**
 * Starts a story in a folder of its own, which appears once all its files are written.
 * @throws if the folder's name is not allowed, or the folder exists or cannot be written
 */
export async function createStory(name: string): Promise<void> {
  const folder = resolveFromCaller(name);
  const base = path.basename(folder);
  const id = base.toLowerCase();
  if (!/^[a-z][a-z0-9-]*$/u.test(id))
    throw new Error(`"${base}" cannot be the folder’s name: it starts with a letter and has letters, digits and hyphens only.`);
  if (existsSync(folder)) throw new Error(`${name} is there already. Choose another name, or remove it first.`);

  await mkdir(path.dirname(folder), { recursive: true });
  const draft = await createDraftFolder(folder);
  try {
    await cp(EXAMPLE_FOLDER, draft, { recursive: true });
    for (const file of await readdir(draft)) {
      const text = (await readFile(path.join(draft, file), 'utf8')).replaceAll('../../scenes/', `./${SCHEMA_FOLDER}/`);
      await writeFile(path.join(draft, file), file === 'story.json' ? text.replace('"id": "hello"', `"id": "${id}"`) : text);
    }
    for (const [file, text] of Object.entries(await talkFiles(id, folder))) {
      await mkdir(path.dirname(path.join(draft, file)), { recursive: true });
      await writeFile(path.join(draft, file), text);
    }
    await cp(path.join(ROOT, 'docs/digest.md'), path.join(draft, 'AGENTS.md'));
    await writeSchemas(draft);
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  console.log(nextSteps(path.relative(process.cwd(), folder) || '.'));
}

function nextSteps(folder: string): string {
  const quoted = /[^\w./\\:-]/u.test(folder) ? `"${folder}"` : folder;
  const run = (command: string) => (IS_PACKAGED ? `npx understudy ${command} ${quoted}` : `npm run ${command} -- ${quoted}`);
  return `${folder} is ready: two scenes that play at once.

  ${run('dev')}      write it while it plays
  ${run('check')}    look at it as its presenter would
  ${run('build')}    write static files for any web server
`;
}
