import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Creates an empty folder beside `target` that may take its place. It has the permissions of any new folder, so that a web server can
 * read it; those of `mkdtemp()` are for its owner alone.
 */
export async function createDraftFolder(target: string): Promise<string> {
  const draft = path.join(path.dirname(target), `.${path.basename(target)}-${randomUUID().slice(0, 8)}`);
  await mkdir(draft);
  return draft;
}
