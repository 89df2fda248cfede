import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { commandLine, IS_PACKAGED, ROOT } from '../project/project.mjs';

/**
 * Resolves a path against the folder that the user typed it in. npm runs a script in its package's folder and passes the user's
 * folder in INIT_CWD. Child processes that run in another folder inherit INIT_CWD as well.
 */
export function resolveFromCaller(file: string): string {
  const { INIT_CWD, npm_package_json: script } = process.env;
  const isRunByNpm = INIT_CWD !== undefined && script !== undefined && path.dirname(script) === process.cwd();
  return path.resolve(isRunByNpm ? INIT_CWD : process.cwd(), file);
}

/** Returns the story folder from the argument or SCENES; undefined without either. */
export function requestedFolder(argument?: string): string | undefined {
  return argument ?? (process.env['SCENES'] || undefined);
}

/**
 * Returns the absolute path of the story's folder: the argument, SCENES, the current folder if it has a story, or in the repository
 * the demo. @throws if there is no such folder, or no story in the current one
 */
export function findStoryFolder(argument?: string): string {
  const requested = requestedFolder(argument);
  if (requested !== undefined) return requireFolder(requested, argument === undefined ? 'SCENES is' : 'The story folder is');
  const current = process.cwd();
  if (existsSync(path.join(current, 'story.json'))) return current;
  if (!IS_PACKAGED) return path.join(ROOT, 'scenes');
  throw new Error(`There is no story.json in ${current}. Name the folder of a story, or start one: ${commandLine('new', 'my-talk')}`);
}

function requireFolder(requested: string, subject: string): string {
  const folder = resolveFromCaller(requested);
  if (existsSync(path.join(folder, 'story.json'))) return folder;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no story.json in ${folder}. Name the folder of a story, or start one: ${commandLine('new', 'my-talk')}`);
  throw new Error(
    `${subject} "${requested}", but there is no such folder (looked for: ${folder}). ` +
      `To start a story there: ${commandLine('new', JSON.stringify(requested))}`,
  );
}
