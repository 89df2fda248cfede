import { evaluate, parse as parseJson, traverse, type DocumentNode, type ObjectNode, type Token } from '@humanwhocodes/momoa';
import type { FilledTexts } from '../../schema/markdown';
import { decodeTextFile } from './decodeTextFile';
import { fileSizeProblem, nestingProblem, lengthProblems } from './sizeLimits';
import { memberKey, type JsonNode } from './jsonPath';
import { problemAt, type PositionedProblem, type Problem } from './problem';
import { explainSyntaxError } from './explainSyntaxError';

/** A parsed JSON file: its value, and the syntax tree with the positions of every part. */
export interface JsonDocument {
  readonly file: string;
  /** The syntax tree; undefined if the text cannot be parsed. */
  readonly body: JsonNode | undefined;
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The texts of `value` in which variables were filled in. */
  readonly filledTexts?: FilledTexts;
}

/**
 * Parses a JSON file. Trailing commas, comments and duplicate keys are problems, but the document still has a value, so that problems
 * of its fields are reported in the same run. A file beyond a limit of `sizeLimits.ts` has problems and no value.
 */
export function parseJsonFile(file: string, bytes: Uint8Array): JsonDocument {
  const rejected = (problems: readonly PositionedProblem[]): JsonDocument => ({
    file,
    body: undefined,
    value: undefined,
    problems: problems.map((each) => ({ file, ...each })),
  });
  const sizeProblem = fileSizeProblem(bytes.length);
  if (sizeProblem) return rejected([sizeProblem]);
  const decoded = decodeTextFile(bytes);
  if (!('text' in decoded)) {
    return rejected([problemAt(decoded, { found: decoded.problem, expected: 'text saved as UTF-8' })]);
  }
  const { text } = decoded;
  const depthProblem = nestingProblem(text);
  if (depthProblem) return rejected([depthProblem]);
  try {
    const document = parseJson(text, { mode: 'jsonc', allowTrailingCommas: true, tokens: true });
    const lengthIssues = lengthProblems(document);
    if (lengthIssues.length > 0) return rejected(lengthIssues);
    const problems = [...nonStandardTokens(document, text), ...duplicateKeyProblems(document)].map((problem) => ({ file, ...problem }));
    return { file, body: document.body, value: evaluate(document.body), problems };
  } catch (error) {
    return rejected([explainSyntaxError(error, text)]);
  }
}

/** Reports what the lenient parser accepts and JSON does not: trailing commas, comments, and control characters in texts. */
function nonStandardTokens({ tokens = [] }: DocumentNode, text: string): PositionedProblem[] {
  const code = tokens.filter((token) => !isComment(token));
  return [
    ...code.filter((token, index) => token.type === 'Comma' && isClosingBracket(code[index + 1])).map(trailingCommaProblem),
    ...tokens.filter(isComment).map(commentProblem),
    ...tokens.filter((token) => token.type === 'String').flatMap((token) => controlCharacterProblems(token, text)),
  ];
}

function isComment({ type }: Token): boolean {
  return type === 'LineComment' || type === 'BlockComment';
}

function isClosingBracket(token: Token | undefined): boolean {
  return token?.type === 'RBrace' || token?.type === 'RBracket';
}

function trailingCommaProblem({ loc }: Token): PositionedProblem {
  return problemAt(loc.start, { found: 'a trailing comma', expected: 'none before a closing bracket' });
}

function commentProblem({ loc }: Token): PositionedProblem {
  return problemAt(loc.start, { found: 'a comment', expected: 'JSON, which has none' });
}

function controlCharacterProblems({ loc: { start, end } }: Token, text: string): PositionedProblem[] {
  // oxlint-disable-next-line no-control-regex
  const control = /[\u0000-\u001F]/u.exec(text.slice(start.offset, end.offset));
  if (!control) return [];
  const position = { line: start.line, column: start.column + control.index };
  return [problemAt(position, { found: 'a line break or control character inside a text', expected: 'it written as \\n or \\u…' })];
}

function duplicateKeyProblems(document: DocumentNode): PositionedProblem[] {
  const duplicates: PositionedProblem[] = [];
  traverse(document, {
    enter(node) {
      if (node.type !== 'Object') return;
      const first = new Map<string, number>();
      for (const { name } of (node as ObjectNode).members) {
        const key = memberKey(name);
        const line = first.get(key);
        if (line === undefined) first.set(key, name.loc.start.line);
        else {
          const found = `the same key twice, first on line ${line}`;
          duplicates.push(problemAt(name.loc.start, { field: key, found, expected: 'it once' }));
        }
      }
    },
  });
  return duplicates;
}
