import type { BundledLanguage, GrammarState, Highlighter, ThemedToken, ThemeRegistration } from 'shiki';

/** Longer lines are not highlighted, as in editors: some grammars take minutes for them. */
const MAX_HIGHLIGHTED_LENGTH = 20_000;

/** More lines than any story has; a dev server that has coloured so many starts anew. */
const MAX_KNOWN_LINES = 50_000;

/** A line as the grammar read it from a state, and the state in which it left. */
interface ReadLine {
  readonly from: GrammarState | undefined;
  readonly tokens: readonly ThemedToken[];
  readonly to: GrammarState | undefined;
}

/** The part of a grammar's state that vscode-textmate compares, and one that it does not. */
interface Stack {
  readonly parent: Stack | null;
  readonly beginRuleCapturedEOL: boolean;
  equals(other: Stack): boolean;
}

const knownLines = new Map<string, ReadLine[]>();
let count = 0;

/**
 * Returns the tokens of each line. The grammar reads a line once in each state: the versions of a file, which differ in a few lines,
 * take little more time than one of them.
 */
export function tokenizeLines(
  highlighter: Highlighter,
  text: string,
  lang: BundledLanguage,
  theme: ThemeRegistration,
): readonly (readonly ThemedToken[])[] {
  if (count > MAX_KNOWN_LINES) {
    knownLines.clear();
    count = 0;
  }
  let state: GrammarState | undefined;
  return text.split(/\r?\n/u).map((line) => {
    // The grammar does not see empty lines, nor those that are too long.
    if (line === '') return [];
    const key = `${lang} ${line}`;
    const known = knownLines.get(key) ?? [];
    knownLines.set(key, known);
    const found = known.find(({ from }) => isSameState(from, state, theme.name ?? ''));
    if (found) {
      state = found.to;
      return found.tokens;
    }
    const options = { lang, theme, tokenizeTimeLimit: 0, tokenizeMaxLineLength: MAX_HIGHLIGHTED_LENGTH };
    const read = highlighter.codeToTokensBase(line, { ...options, ...(state && { grammarState: state }) });
    const [tokens = []] = read;
    const to = line.length >= MAX_HIGHLIGHTED_LENGTH ? state : highlighter.getLastGrammarState(read);
    known.push({ from: state, tokens, to });
    count += 1;
    state = to;
    return tokens;
  });
}

function isSameState(a: GrammarState | undefined, b: GrammarState | undefined, theme: string): boolean {
  if (a === b) return true;
  const [stackA, stackB] = [a, b].map((state) => state?.getInternalStack(theme) as Stack | undefined);
  return stackA !== undefined && stackB !== undefined && stackA.equals(stackB) && endsOf(stackA) === endsOf(stackB);
}

/** Whether the rules of a state began at the end of a line, innermost first. */
function endsOf(stack: Stack): string {
  return `${Number(stack.beginRuleCapturedEOL)}${stack.parent ? endsOf(stack.parent) : ''}`;
}
