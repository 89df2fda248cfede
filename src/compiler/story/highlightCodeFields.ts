import type { Code } from '../../core/story';
import type { CodeSource } from '../../schema/code';
import { formatJson } from './formatJson';
import { highlight, isLanguage, languages } from './highlight';
import type { Path } from './jsonPath';
import type { Document } from './parseJsonFile';
import type { Problem } from './problem';
import { nearest } from './closestMatch';
import { complain, type Checked } from './validateDocument';

/** Colours every piece of code in a validated scene; everything else stays as it is. */
export async function colourCode(document: Document, scene: unknown): Promise<Checked<unknown>> {
  const problems: Problem[] = [];
  const visit = async (value: unknown, path: Path): Promise<unknown> => {
    if (typeof value !== 'object' || value === null) return value;
    if (isCode(value)) return colour(document, value, path, problems);
    if (Array.isArray(value)) return Promise.all(value.map((each, index) => visit(each, [...path, index])));
    const entries = Object.entries(value).map(async ([key, each]) => [key, await visit(each, [...path, key])] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  return { value: await visit(scene, []), problems };
}

/** Validation gives every piece of code a language, and nothing else in a scene has one; {@link Code}'s type relies on it as well. */
function isCode(value: object): value is CodeSource {
  return 'lang' in value;
}

async function colour(document: Document, code: CodeSource, path: Path, problems: Problem[]): Promise<unknown> {
  const { json, text, lang, mark = [], ...rest } = code;
  const complainOf = (keys: Path, words: string, expected: string, meant?: string) =>
    problems.push(complain(document, { path: [...path, ...keys], what: 'value', found: JSON.stringify(words), expected, meant }));

  if (!isLanguage(lang)) {
    complainOf(['lang'], lang, 'the name of a language shiki knows', nearest(lang, languages));
    return undefined;
  }
  const source = json === undefined ? [text ?? ''].flat().join('\n') : formatJson(json);
  mark.forEach(({ text: words }, index) => {
    const isThere = words !== '' && source.includes(words);
    if (!isThere) complainOf(['mark', index, 'text'], words, 'words that stand in the code, on one line');
  });
  return { ...rest, lines: await highlight(source, lang, mark) } satisfies Code;
}
