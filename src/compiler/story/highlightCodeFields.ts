import type { HighlightedCode } from '../../core/story';
import { hasOneSource, ONE_SOURCE_MESSAGE, type CodeSource } from '../../schema/code';
import { formatJson } from './formatJson';
import { highlight, isLanguage, languageNames } from './highlight';
import type { JsonPath } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { closestMatch } from '../../core/closestMatch';
import { toProblem } from './toProblem';
import { type CompileResult } from './validateDocument';

/** Highlights every code field of validated data, which is at `at` in the document, and copies everything else. */
export async function highlightCodeFields(document: JsonDocument, value: unknown, at: JsonPath = []): Promise<CompileResult<unknown>> {
  const problems: Problem[] = [];
  const visit = async (part: unknown, path: JsonPath): Promise<unknown> => {
    if (typeof part !== 'object' || part === null) return part;
    if (isCodeField(part)) return highlightCodeField(document, part, path, problems);
    if (Array.isArray(part)) return Promise.all(part.map((each, index) => visit(each, [...path, index])));
    const entries = Object.entries(part).map(async ([key, each]) => [key, await visit(each, [...path, key])] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  return { value: await visit(value, at), problems };
}

/** Only code fields have `lang` in validated data; the type {@link HighlightedCode} relies on it, too. */
function isCodeField(value: object): value is CodeSource {
  return 'lang' in value;
}

type AddProblem = (keys: JsonPath, value: string, expected: string, suggestion?: string) => void;

/** The piece of code that is shown: the fields of its source, their path in the code field, and the other fields of the result. */
interface ShownPiece extends Pick<CodeSource, 'json' | 'text' | 'lang' | 'mark'> {
  readonly at: JsonPath;
  readonly rest: Omit<HighlightedCode, 'lines'>;
}

/** Returns the code itself, or that of the tab that is shown. Reports a tab that is not there or has no code. */
function shownPiece(code: CodeSource, addProblem: AddProblem): ShownPiece | undefined {
  const { json, text, lang, mark, tabs, show, ...rest } = code;
  if (!tabs) return { json, text, lang, mark, at: [], rest };
  const pieces: readonly Exclude<(typeof tabs)[number], string>[] = tabs.map((each) => (typeof each === 'string' ? { name: each } : each));
  const names = pieces.map(({ name }) => name);
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) addProblem(['tabs', index], name, 'each name of a tab once');
  });
  const index = show === undefined ? Math.max(0, pieces.findIndex(hasOneSource)) : names.indexOf(show);
  const shown = pieces[index];
  if (!shown) {
    addProblem(['show'], show ?? '', 'the name of a tab', closestMatch(show ?? '', names));
    return undefined;
  }
  if (!hasOneSource(shown)) {
    addProblem(['tabs', index], shown.name, `code for the tab that is shown: ${ONE_SOURCE_MESSAGE}`);
    return undefined;
  }
  pieces.forEach((piece, at) => {
    if (at !== index && piece.lang !== undefined) isKnownLanguage(piece.lang, ['tabs', at], addProblem);
  });
  const own = { json: shown.json, text: shown.text, lang: shown.lang ?? lang, mark: shown.mark ?? mark };
  return { ...own, at: ['tabs', index], rest: { ...rest, tabs: names, show: shown.name } };
}

/** Whether shiki knows a language; reports it if not. */
function isKnownLanguage(lang: string, at: JsonPath, addProblem: AddProblem): boolean {
  if (isLanguage(lang)) return true;
  addProblem([...at, 'lang'], lang, 'the name of a language shiki knows', closestMatch(lang, languageNames));
  return false;
}

async function highlightCodeField(document: JsonDocument, code: CodeSource, path: JsonPath, problems: Problem[]): Promise<unknown> {
  const addProblem = (keys: JsonPath, value: string, expected: string, suggestion?: string) =>
    problems.push(toProblem(document, { path: [...path, ...keys], found: JSON.stringify(value), expected, suggestion }));

  const piece = shownPiece(code, addProblem);
  if (!piece) return undefined;
  const { json, text, lang, mark = [], at, rest } = piece;
  if (!isKnownLanguage(lang, at, addProblem)) return undefined;
  const source = json === undefined ? [text ?? ''].flat().join('\n') : formatJson(json);
  mark.forEach(({ text: markedText }, index) => {
    const isThere = markedText !== '' && source.includes(markedText);
    if (!isThere) addProblem([...at, 'mark', index, 'text'], markedText, 'words that stand in the code, on one line');
  });
  return { ...rest, lines: await highlight(source, lang, mark) } satisfies HighlightedCode;
}
