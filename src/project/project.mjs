import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Returns the folder of the nearest package.json above this file: sources lie two folders deep, compiled files one. */
function findRoot() {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder + path.sep;
}

/** The folder of this project, with a separator at its end. */
export const ROOT = findRoot();

/** True in the installed package, which has the commands compiled in `lib` and only the browser's code as sources. */
export const IS_PACKAGED = !existsSync(path.join(ROOT, 'src/cli/main.ts'));

/**
 * Returns a command as its user types it: `npm run check -- my-talk` in the repository, `npx understudy check my-talk` elsewhere.
 * @param {string} command
 * @param {string} [args]
 */
export function commandLine(command, args = '') {
  if (IS_PACKAGED) return `npx understudy ${command} ${args}`.trimEnd();
  return `npm run ${command}${args === '' ? '' : ` -- ${args}`}`;
}

/**
 * Returns the default folder of a build: `dist` beside the story; in the repository `dist` in its root, for every story.
 * @param {string} storyFolder
 */
export function defaultOutDir(storyFolder) {
  return path.join(IS_PACKAGED ? path.resolve(storyFolder) : ROOT, 'dist');
}
