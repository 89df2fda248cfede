import { evaluate, parse as parseJson, traverse, type DocumentNode, type ObjectNode, type Token } from '@humanwhocodes/momoa';
import { decode } from './decodeTextFile';
import { oversize, tooDeep, tooLong } from './sizeLimits';
import { keyOf, type Place, type Value } from './jsonPath';
import { sentence, type Complaint, type Problem } from './problem';
import { explainSyntax } from './explainSyntaxError';

/** A file as written: its value, and where in the text every part of it stands. */
export interface Document {
  readonly file: string;
  /** The syntax tree; undefined if the text is no JSON at all. */
  readonly body: Value | undefined;
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/**
 * Reads a JSON file. Slips that leave no doubt what was meant (trailing commas, comments, duplicate keys) are
 * problems too, but the value is there all the same, so that its own problems are found in the same run. A file beyond the limits of
 * {@link oversize}, {@link tooDeep} and {@link tooLong} has no value.
 */
export function parse(file: string, bytes: Uint8Array): Document {
  const refused = (slips: readonly Slip[]): Document => ({
    file,
    body: undefined,
    value: undefined,
    problems: slips.map((each) => ({ file, ...each })),
  });
  const large = oversize(bytes.length);
  if (large) return refused([large]);
  const decoded = decode(bytes);
  if (!('text' in decoded)) {
    const { line, column, fault } = decoded;
    return refused([slip({ line, column }, { field: '', found: fault, expected: 'text saved as UTF-8' })]);
  }
  const { text } = decoded;
  const deep = tooDeep(text);
  if (deep) return refused([deep]);
  try {
    const document = parseJson(text, { mode: 'jsonc', allowTrailingCommas: true, tokens: true });
    const long = tooLong(document);
    if (long.length > 0) return refused(long);
    const problems = [...strayTokens(document, text), ...duplicateKeys(document)].map((problem) => ({ file, ...problem }));
    return { file, body: document.body, value: evaluate(document.body), problems };
  } catch (error) {
    return refused([explainSyntax(error, text)]);
  }
}

type Slip = Omit<Problem, 'file'>;

/** What the parser lets pass and JSON does not: trailing commas, comments, and control characters inside a text. */
function strayTokens({ tokens = [] }: DocumentNode, text: string): Slip[] {
  const code = tokens.filter((token) => !isComment(token));
  return [
    ...code.filter((token, index) => token.type === 'Comma' && isClosing(code[index + 1])).map(trailingComma),
    ...tokens.filter(isComment).map(comment),
    ...tokens.filter((token) => token.type === 'String').flatMap((token) => controlCharacter(token, text)),
  ];
}

function isComment({ type }: Token): boolean {
  return type === 'LineComment' || type === 'BlockComment';
}

function isClosing(token: Token | undefined): boolean {
  return token?.type === 'RBrace' || token?.type === 'RBracket';
}

function trailingComma({ loc }: Token): Slip {
  return slip(loc.start, { field: '', found: 'a trailing comma', expected: 'none before a closing bracket' });
}

function comment({ loc }: Token): Slip {
  return slip(loc.start, { field: '', found: 'a comment', expected: 'JSON, which has none' });
}

function controlCharacter({ loc: { start, end } }: Token, text: string): Slip[] {
  // oxlint-disable-next-line no-control-regex
  const control = /[\u0000-\u001F]/u.exec(text.slice(start.offset, end.offset));
  if (!control) return [];
  const place = { line: start.line, column: start.column + control.index };
  return [slip(place, { field: '', found: 'a line break or control character inside a text', expected: 'it written as \\n or \\u…' })];
}

function duplicateKeys(document: DocumentNode): Slip[] {
  const slips: Slip[] = [];
  traverse(document, {
    enter(node) {
      if (node.type !== 'Object') return;
      const first = new Map<string, number>();
      for (const { name } of (node as ObjectNode).members) {
        const key = keyOf(name);
        const line = first.get(key);
        if (line === undefined) first.set(key, name.loc.start.line);
        else slips.push(slip(name.loc.start, { field: key, found: `the same key twice, first on line ${line}`, expected: 'it once' }));
      }
    },
  });
  return slips;
}

function slip({ line, column }: Place, complaint: Complaint): Slip {
  return { line, column, message: sentence(complaint) };
}
