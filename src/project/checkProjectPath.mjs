import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Vite takes what follows these characters in a path for a query or a fragment, so it finds no file below such a folder. */
const UNSUPPORTED_CHARACTERS = /[#?]/u;

/** Throws if Vite cannot load the project from this folder. @param {string} [root] */
export function checkProjectPath(root = ROOT) {
  const name = root.split(path.sep).find((each) => UNSUPPORTED_CHARACTERS.test(each));
  if (name === undefined) return;
  const found = UNSUPPORTED_CHARACTERS.exec(name)?.[0];
  throw new Error(
    `The project lies in ${root}, and Vite, which builds it, cannot load files from a folder with "${found}" in its name. ` +
      `Rename the folder "${name}", or move the project out of it.`,
  );
}
