import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Vite takes what follows these characters in a path for a query or a fragment, so it finds no file below such a folder. */
const UNSUPPORTED_CHARACTERS = /[#?]/u;

/** The releases of Node that Vite runs on, as in package.json: the first minor version of each major one. */
const MIN_MINOR_VERSIONS = new Map([
  [20, 19],
  [22, 13],
]);
const FIRST_UNLIMITED_MAJOR = 24;

/**
 * Throws if Vite cannot load the project from this folder.
 * @param {string} [root]
 */
export function checkProjectPath(root = ROOT) {
  const name = root.split(path.sep).find((each) => UNSUPPORTED_CHARACTERS.test(each));
  if (name === undefined) return;
  const found = UNSUPPORTED_CHARACTERS.exec(name)?.[0];
  throw new Error(
    `The project lies in ${root}, and Vite, which builds it, cannot load files from a folder with "${found}" in its name. ` +
      `Rename the folder "${name}", or move the project out of it.`,
  );
}

/**
 * Throws if Vite cannot load a module of a story from this folder.
 * @param {string} file
 * @param {string} folder the story's
 */
export function checkScriptPath(file, folder) {
  const found = UNSUPPORTED_CHARACTERS.exec(path.resolve(folder, file))?.[0];
  if (found === undefined) return;
  throw new Error(
    `${file} cannot be loaded from a path with "${found}" in it (${folder}). Rename that folder or file; a story of JSON files alone ` +
      'plays from there, with understudy.config.json for its configuration.',
  );
}

/**
 * Throws if Vite does not support this version of Node.
 * @param {string} [version]
 */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isSupported = major >= FIRST_UNLIMITED_MAJOR || minor >= (MIN_MINOR_VERSIONS.get(major) ?? Infinity);
  if (!isSupported) throw new Error(`Understudy needs Node 20.19, 22.13 or 24 and newer; this is Node ${version}. See https://nodejs.org.`);
}
