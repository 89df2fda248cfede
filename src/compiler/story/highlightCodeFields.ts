import type { HighlightedCode } from '../../core/story';
import type { CodeSource } from '../../schema/code';
import { formatJson } from './formatJson';
import { highlight, isLanguage, languageNames } from './highlight';
import type { JsonPath } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { closestMatch } from './closestMatch';
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

async function highlightCodeField(document: JsonDocument, code: CodeSource, path: JsonPath, problems: Problem[]): Promise<unknown> {
  const { json, text, lang, mark = [], ...rest } = code;
  const addProblem = (keys: JsonPath, value: string, expected: string, suggestion?: string) =>
    problems.push(toProblem(document, { path: [...path, ...keys], found: JSON.stringify(value), expected, suggestion }));

  if (!isLanguage(lang)) {
    addProblem(['lang'], lang, 'the name of a language shiki knows', closestMatch(lang, languageNames));
    return undefined;
  }
  const source = json === undefined ? [text ?? ''].flat().join('\n') : formatJson(json);
  mark.forEach(({ text: markedText }, index) => {
    const isThere = markedText !== '' && source.includes(markedText);
    if (!isThere) addProblem(['mark', index, 'text'], markedText, 'words that stand in the code, on one line');
  });
  return { ...rest, lines: await highlight(source, lang, mark) } satisfies HighlightedCode;
}
