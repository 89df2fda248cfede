import { stripVTControlCharacters } from 'node:util';
import { shortPath } from '../project/shortPath';

/** Fields that Rolldown and Vite add to an error in a module. */
interface ModuleError extends Error {
  readonly errors?: readonly { readonly message: string; readonly loc?: { file?: string; line: number; column: number } }[];
}

/** Messages of Vite and Node.js for an import that does not exist: its specifier and the importing file. */
const MISSING_IMPORTS = [
  /^Failed to load url (?<name>.+?) \(resolved id: .*?\) in (?<importer>.+)\. Does the file exist\?$/u,
  /^Cannot find (?:module|package) '(?<name>.+?)' imported from '?(?<importer>.+?)'?$/u,
];

/** Returns in one line why a user's module cannot be loaded; syntax errors with file, line and column. */
export function moduleErrorMessage(error: Error): string {
  const [first] = (error as ModuleError).errors ?? [];
  const message = firstLine(first?.message ?? error.message).replace(/^\[[A-Za-z_]+\] /u, '');
  if (first?.loc?.file) return `${shortPath(first.loc.file)}:${first.loc.line}:${first.loc.column + 1}  ${message}`;
  const missing = MISSING_IMPORTS.map((pattern) => pattern.exec(message)?.groups).find((groups) => groups !== undefined);
  if (missing) return `${shortPath(missing['importer']!)} imports "${missing['name']}", which is not there.`;
  return isMissing(error) ? 'It is not there.' : message;
}

/** Whether the module, or one that it imports, does not exist. */
export function isMissing({ message }: Error): boolean {
  return /^(?:cannot find|failed to load url)/iu.test(message);
}

function firstLine(text: string): string {
  return stripVTControlCharacters(text).trim().split('\n')[0]!.trim();
}
