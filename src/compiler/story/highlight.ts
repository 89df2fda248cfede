import { bundledLanguages, bundledLanguagesInfo, createHighlighter, isPlainLang, type BundledLanguage, type Highlighter } from 'shiki';
import type { CodeToken } from '../../core/story';
import type { Role } from '../../core/roles';
import { expandTabs, TAB_WIDTHS } from '../../core/expandTabs';
import { roleOfColour, shikiTheme } from './shikiTheme';
import { tokenizeLines } from './tokenizeLines';

type TokenLine = readonly CodeToken[];

/** A text in code, and the role that every occurrence of it gets instead of the grammar's. */
export interface CodeMark {
  readonly text: string;
  readonly role: Role;
}

/** The languages with a grammar, by all their names. */
export const languageNames: readonly string[] = Object.keys(bundledLanguages);

export function isLanguage(lang: string): boolean {
  return isPlainLang(lang) || languageNames.includes(lang);
}

/** Returns the name of a language as people write it; the language itself if none is known. */
export function languageTitle(lang: string): string {
  if (isPlainLang(lang)) return 'Plain Text';
  return bundledLanguagesInfo.find(({ id, aliases }) => id === lang || aliases?.includes(lang))?.name ?? lang;
}

let sharedHighlighter: Promise<Highlighter> | undefined;

/** Highlights code by its grammar, then applies `marks`. The joined tokens of a line are the line with tabs expanded. */
export async function highlight(text: string, lang: string, marks: readonly CodeMark[] = []): Promise<readonly TokenLine[]> {
  const highlighter = await (sharedHighlighter ??= createHighlighter({ themes: [shikiTheme], langs: [] }));
  if (!isPlainLang(lang) && !highlighter.getLoadedLanguages().includes(lang)) await highlighter.loadLanguage(lang as BundledLanguage);
  // Plain text has no grammar and no states.
  const lines = isPlainLang(lang)
    ? highlighter.codeToTokensBase(text, { lang, theme: shikiTheme })
    : tokenizeLines(highlighter, text, lang as BundledLanguage, shikiTheme);
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

/** Replaces tabs with spaces. Runs last, since grammar and marks match the original text. */
function expandTabsInTokens(line: TokenLine): TokenLine {
  const texts = expandTabs(
    line.map(([text]) => text),
    TAB_WIDTHS.code,
  );
  return line.map(([, role], index) => [texts[index] ?? '', role]);
}

/** Applies marks, also where they cross token boundaries. */
function applyMarks(line: TokenLine, marks: readonly CodeMark[]): TokenLine {
  if (marks.length === 0) return line;
  const text = line.map(([token]) => token).join('');
  const roles = line.flatMap(([token, role]) => Array.from({ length: token.length }, () => role));
  // The last of several marks with the same text applies.
  const distinct = [...new Map(marks.toReversed().map((mark) => [mark.text, mark])).values()].toReversed();
  for (const mark of distinct) for (const at of indexesOf(mark.text, text)) roles.fill(mark.role, at, at + mark.text.length);
  return roles.map((role, index) => [text[index]!, role]);
}

/** Returns the non-overlapping occurrences of `search`, from left to right. */
function indexesOf(search: string, text: string): number[] {
  const indexes: number[] = [];
  if (search === '') return indexes;
  for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length)) indexes.push(at);
  return indexes;
}

/** Joins adjacent tokens of the same role. */
function mergeTokens(line: TokenLine): TokenLine {
  const merged: CodeToken[] = [];
  for (const [text, role] of line) {
    const last = merged.at(-1);
    if (last?.[1] === role) merged[merged.length - 1] = [last[0] + text, role];
    else merged.push([text, role]);
  }
  return merged;
}
