import { closestMatch } from '../../../core/closestMatch';
import type { CodeToken } from '../../../core/story';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { EditorSource } from '../schema/editor';
import type { FileSource } from '../schema/source';
import { endingOf, languageOf } from './languages';
import { withoutIndent } from './partOf';
import { linesIfThere, readSource, type Source } from './readSource';
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
      if (name.split('/').some((part) => ['', '.', '..'].includes(part)))
        context.report({ path: ['files', index], found: JSON.stringify(name), expected: 'a path in the project, such as "src/pay.ts"' });
      const file = this.#listed.find((each) => name.startsWith(`${each}/`));
      if (file !== undefined)
        context.report({
          path: ['files', index],
          found: `${JSON.stringify(name)} in ${file}/`,
          expected: `no file in it, as ${file} is a file`,
        });
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
    const withSameName = names.find((each) => baseName(each) === baseName(name));
    this.#context.report({ path, found, expected, suggestion: isListed ? undefined : (withSameName ?? closestMatch(name, names)) });
    return undefined;
  }

  /** Adds a version; reports one that is the same. */
  add(name: string, version: Omit<Version, 'lines' | 'before'>): void {
    const before = this.versions.get(name)!.at(-1)!;
    // White space at the ends of lines is nothing that anybody sees, unless it is typed.
    const isSame = version.inserted ? before.text === version.text : withoutEnds(before.text) === withoutEnds(version.text);
    if (isSame) this.#context.report({ path: version.path, found: `${name} as it is already`, expected: 'another version of it' });
    this.versions.get(name)!.push({ ...version, before, lines: [] });
  }

  /** Warns of files whose code is written in the scene although another file of their name is beside it. */
  async compareWithFiles(): Promise<void> {
    for (const [name, versions] of this.versions) {
      if (versions.some(({ isFile }) => isFile)) continue;
      const lines = await linesIfThere(name, this.#context);
      if (!lines) continue;
      const isPart = versions.some(({ text }) => hasPart(lines, text.split('\n')));
      if (isPart) continue;
      const remedy = `Show the file with "file": ${JSON.stringify(name)}, or give this one another name`;
      this.#context.warn(versions[0]!.path, `no version of ${name} is the code of the file ${name} beside the scene. ${remedy}`);
    }
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

  /** Returns the language of a file: its own, or that of its name if there is one. Warns of a name whose language is not known. */
  async #languageOf({ name, lang }: FileSource, path: ScenePath): Promise<string> {
    const { highlightCode, warn } = this.#context;
    if (lang !== undefined) return ((await highlightCode({ lang, text: '' }, path)) as unknown) === undefined ? 'text' : lang;
    const language = languageOf(name);
    if (language === undefined)
      warn([...path, 'name'], `${name} is shown without colours, as no language is known for “${endingOf(name)}”; name one with "lang"`);
    return language ?? 'text';
  }
}

function baseName(name: string): string {
  return name.split('/').at(-1)!;
}

function withoutEnds(text: string): string {
  return text.replaceAll(/[^\S\n]+$/gmu, '');
}

/** Whether lines stand in a file one after the other, whatever indent all of them have. */
function hasPart(file: readonly string[], lines: readonly string[]): boolean {
  const normalized = (part: readonly string[]): string => withoutEnds(withoutIndent(part).join('\n'));
  const searched = normalized(lines);
  return file.some((_, at) => normalized(file.slice(at, at + lines.length)) === searched);
}
