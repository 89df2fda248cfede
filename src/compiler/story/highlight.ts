import { bundledLanguages, createHighlighter, isPlainLang, type BundledLanguage, type Highlighter } from 'shiki';
import type { CodeToken } from '../../core/story';
import type { Role } from '../../core/roles';
import { expandTabs, TAB_WIDTHS } from '../../core/expandTabs';
import { roleOfColour, shikiTheme } from './shikiTheme';

type TokenLine = readonly CodeToken[];

/** Words that take another role wherever they stand. */
export interface CodeMark {
  readonly text: string;
  readonly role: Role;
}

/** The languages code can be written in, by all their names. */
export const languageNames: readonly string[] = Object.keys(bundledLanguages);

export function isLanguage(lang: string): boolean {
  return isPlainLang(lang) || languageNames.includes(lang);
}

/** Characters of a line that is still coloured by its grammar, as in editors: a grammar may take minutes for a longer one. */
const MAX_HIGHLIGHTED_LENGTH = 20_000;

let sharedHighlighter: Promise<Highlighter> | undefined;

/** Colours code: the grammar first, the marks over it. The tokens of a line, joined, are the line, with spaces for tabs. */
export async function highlight(text: string, lang: string, marks: readonly CodeMark[] = []): Promise<readonly TokenLine[]> {
  const highlighter = await (sharedHighlighter ??= createHighlighter({ themes: [shikiTheme], langs: [] }));
  if (!isPlainLang(lang) && !highlighter.getLoadedLanguages().includes(lang)) await highlighter.loadLanguage(lang as BundledLanguage);
  const lines = highlighter.codeToTokensBase(text, {
    lang: lang as BundledLanguage,
    theme: shikiTheme,
    tokenizeTimeLimit: 0,
    tokenizeMaxLineLength: MAX_HIGHLIGHTED_LENGTH,
  });
  return lines.map((line) =>
    expandTabsInTokens(
      mergeTokens(
        applyMarks(
          line.map(({ content, color }) => [content, roleOfColour(color)]),
          marks,
        ),
      ),
    ),
  );
}

/** Spaces in the place of tabs, once grammar and marks have found the words as they were pasted. */
function expandTabsInTokens(line: TokenLine): TokenLine {
  const texts = expandTabs(
    line.map(([words]) => words),
    TAB_WIDTHS.code,
  );
  return line.map(([, role], index) => [texts[index] ?? '', role]);
}

/** Gives the marked words their role, whatever tokens they lie across. */
function applyMarks(line: TokenLine, marks: readonly CodeMark[]): TokenLine {
  const text = line.map(([words]) => words).join('');
  const roles = line.flatMap(([words, role]) => Array.from({ length: words.length }, () => role));
  // Of several marks of the same words the last one counts.
  const distinct = [...new Map(marks.toReversed().map((mark) => [mark.text, mark])).values()].toReversed();
  for (const mark of distinct) for (const at of indexesOf(mark.text, text)) roles.fill(mark.role, at, at + mark.text.length);
  return roles.map((role, index) => [text[index]!, role]);
}

/** Where `words` begin in `text`, from left to right. */
function indexesOf(words: string, text: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) places.push(at);
  return places;
}

/** Joins neighbours of the same role. */
function mergeTokens(line: TokenLine): TokenLine {
  const merged: CodeToken[] = [];
  for (const [words, role] of line) {
    const last = merged.at(-1);
    if (last?.[1] === role) merged[merged.length - 1] = [last[0] + words, role];
    else merged.push([words, role]);
  }
  return merged;
}
