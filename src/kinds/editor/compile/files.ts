import { closestMatch } from '../../../compiler/story/closestMatch';
import type { CodeToken } from '../../../core/story';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { EditorSource } from '../schema/editor';
import type { FileSource } from '../schema/source';
import { readSource, type Source } from './readSource';
import { withIdsOf, unitsOf, type Unit } from './tokens';

/** Where code was typed in: the line from 0, the offset in it, and the text, whose line breaks start further lines. */
export interface Insertion {
  readonly line: number;
  readonly offset: number;
  readonly text: string;
}

/** A file as it is from some step on. */
export interface Version extends Source {
  readonly before?: Version;
  readonly inserted?: Insertion;
  readonly path: ScenePath;
  lines: readonly (readonly Unit[])[];
}

/** The files that can be opened, with all their versions. */
export class EditorFiles {
  /** By name, oldest version first. */
  readonly versions = new Map<string, Version[]>();
  readonly languages = new Map<string, string>();
  readonly #context: CompileContext;
  readonly #listed: readonly string[];
  #ids = 0;

  constructor({ files }: EditorSource, context: CompileContext) {
    this.#context = context;
    this.#listed = files.map((each) => (typeof each === 'string' ? each : each.name));
    this.#listed.forEach((name, index) => {
      if (this.#listed.indexOf(name) < index)
        context.report({ path: ['files', index], found: `${JSON.stringify(name)} again`, expected: 'each file once' });
    });
  }

  async read({ files }: EditorSource): Promise<void> {
    // One after the other, so that the order of the files is that of the scene.
    for (const [index, file] of files.entries()) {
      if (typeof file === 'string') continue;
      const path: ScenePath = ['files', index];
      this.languages.set(file.name, await this.#languageOf(file, path));
      const source = await readSource(file, path, this.#context);
      // A file that cannot be read is still known, so that no step is said to name a wrong one.
      this.versions.set(file.name, [{ ...(source ?? { text: '', first: 1, isFile: true }), path, lines: [] }]);
    }
    if (this.versions.size === 0)
      this.#context.report({ path: ['files'], found: 'names alone', expected: 'a file with code, by `text` or `file`' });
  }

  /** Returns the newest version of a file; reports a file that is not there or has no code. */
  newest(name: string, path: ScenePath): Version | undefined {
    const version = this.versions.get(name)?.at(-1);
    if (version) return version;
    const names = [...this.versions.keys()];
    const isListed = this.#listed.includes(name);
    const found = isListed ? `${JSON.stringify(name)}, which has no code` : JSON.stringify(name);
    const expected = isListed ? '`text` or `file` for it in `files`' : `a file of the editor: ${names.join(', ')}`;
    this.#context.report({ path, found, expected, suggestion: isListed ? undefined : closestMatch(name, names) });
    return undefined;
  }

  /** Adds a version; reports one that is the same. */
  add(name: string, version: Omit<Version, 'lines' | 'before'>): void {
    const before = this.versions.get(name)!.at(-1)!;
    if (before.text === version.text)
      this.#context.report({ path: version.path, found: `${name} as it is already`, expected: 'another version of it' });
    this.versions.get(name)!.push({ ...version, before, lines: [] });
  }

  /** Colours all versions, and gives units that stay from one to the next the same ids. */
  async highlight(): Promise<void> {
    for (const [name, versions] of this.versions) {
      const lang = this.languages.get(name)!;
      for (const version of versions) {
        const { lines } = (await this.#context.highlightCode({ lang, text: version.text })) as {
          lines?: readonly (readonly CodeToken[])[];
        };
        const units = unitsOf(lines ?? [], () => (this.#ids += 1));
        version.lines = version.before ? withIdsOf(version.before.lines, units) : units;
      }
    }
  }

  /** Returns the language of a file: its own, or that of the end of its name if there is one. */
  async #languageOf({ name, lang }: FileSource, path: ScenePath): Promise<string> {
    if (lang !== undefined) return (await this.#isLanguage(lang, this.#context, path)) ? lang : 'text';
    const ending = /(?:^|[./])([^./]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
    return LANGUAGES_BY_ENDING[ending] ?? 'text';
  }

  async #isLanguage(lang: string, { highlightCode }: CompileContext, path: ScenePath): Promise<boolean> {
    return ((await highlightCode({ lang, text: '' }, path)) as unknown) !== undefined;
  }
}

/** The languages of common endings that are not the name of their language. All others are in the schema's `lang`. */
const LANGUAGES_BY_ENDING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    bash: 'sh bash zsh',
    c: 'c h',
    cpp: 'cpp cc cxx hpp hh',
    csharp: 'cs',
    css: 'css',
    diff: 'diff patch',
    docker: 'dockerfile',
    elixir: 'ex exs',
    go: 'go',
    graphql: 'graphql gql',
    haskell: 'hs',
    hcl: 'hcl',
    html: 'html htm',
    ini: 'ini',
    java: 'java',
    javascript: 'js mjs cjs',
    json: 'json',
    jsonc: 'jsonc',
    jsx: 'jsx',
    kotlin: 'kt kts',
    lua: 'lua',
    make: 'makefile',
    markdown: 'md',
    php: 'php',
    powershell: 'ps1',
    prisma: 'prisma',
    proto: 'proto',
    python: 'py',
    r: 'r',
    ruby: 'rb',
    rust: 'rs',
    scala: 'scala',
    scss: 'scss',
    sql: 'sql',
    svelte: 'svelte',
    swift: 'swift',
    terraform: 'tf',
    toml: 'toml',
    tsx: 'tsx',
    typescript: 'ts mts cts',
    vue: 'vue',
    xml: 'xml svg',
    yaml: 'yaml yml',
    zig: 'zig',
  }).flatMap(([language, endings]) => endings.split(' ').map((ending) => [ending, language])),
);
