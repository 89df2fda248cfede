import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The story a new one starts from: the smallest that plays. */
const SEED = 'examples/hello';
const SCHEMAS = 'scenes';

/** Starts a story in a folder of its own: `npm run new -- my-talk`. @throws if the folder's name cannot be one, or it is there already */
export async function main([name = '']: readonly string[]): Promise<void> {
  const id = path.basename(name).toLowerCase();
  if (!/^[a-z][a-z0-9-]*$/u.test(id)) throw new Error('Usage: npm run new -- my-talk\nThe folder’s name starts with a letter and has small letters, digits and hyphens only.');
  if (await stat(name).catch(() => undefined)) throw new Error(`${name} is there already. Choose another name, or remove it first.`);
  await cp(SEED, name, { recursive: true });
  const toSchemas = path.relative(name, SCHEMAS).split(path.sep).join('/');
  for (const file of await readdir(name)) {
    const text = await readFile(path.join(name, file), 'utf8');
    const own = text.replaceAll('../../scenes/', `${toSchemas}/`);
    await writeFile(path.join(name, file), file === 'story.json' ? own.replace('"id": "hello"', `"id": "${id}"`) : own);
  }
  console.log(`${name}/ is ready. Write it while it plays:\n\n  SCENES=${name} npm run dev\n`);
}
