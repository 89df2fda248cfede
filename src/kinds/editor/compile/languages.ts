import { isLanguage } from '../../../compiler/story/highlight';

/** Returns the language of a file by the end of its name, or by the whole of one such as `Makefile`; undefined if none is known. */
export function languageOf(name: string): string | undefined {
  const ending = endingOf(name);
  return LANGUAGES_BY_ENDING.get(ending) ?? (isLanguage(ending) ? ending : undefined);
}

/** Returns what stands after the last period or slash of a name, in small letters. */
export function endingOf(name: string): string {
  return /[^./]*$/u.exec(name)![0].toLowerCase();
}

/** The languages of endings that are not a name of their language. */
const LANGUAGES_BY_ENDING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bash: 'sh bashrc zshrc profile',
    c: 'h',
    cpp: 'cc cxx hpp hh',
    csharp: 'cs',
    diff: 'patch',
    docker: 'containerfile',
    dotenv: 'env',
    elixir: 'ex exs',
    haskell: 'hs',
    html: 'htm',
    ini: 'gitconfig editorconfig npmrc',
    javascript: 'js mjs cjs',
    json: 'babelrc prettierrc',
    jsonc: 'code-workspace',
    kotlin: 'kt kts',
    markdown: 'md',
    powershell: 'ps1',
    python: 'py',
    ruby: 'rb',
    rust: 'rs',
    terraform: 'tf',
    typescript: 'ts mts cts',
    xml: 'svg xsd plist',
    text: 'txt log lock gitignore dockerignore npmignore license',
    yaml: 'yml',
  }).flatMap(([language, endings]) => endings.split(' ').map((ending) => [ending, language] as const)),
);
