import { evaluate, parse as parseJson, traverse, type DocumentNode, type ObjectNode } from '@humanwhocodes/momoa';
import { decode } from './decode';
import { keyOf, type Value } from './locate';
import { sentence, type Problem } from './problem';
import { explainSyntax } from './syntax';

/** A file as written: its value, and where in the text every part of it stands. */
export interface Document {
  readonly file: string;
  readonly text: string;
  /** The syntax tree; undefined if the text is no JSON at all. */
  readonly body: Value | undefined;
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/**
 * Reads a JSON file. Slips that leave no doubt what was meant (trailing commas, comments, duplicate keys) are
 * problems too, but the value is there all the same, so that its own problems are found in the same run.
 */
export function parse(file: string, bytes: Uint8Array): Document {
  const decoded = decode(bytes);
  if (!('text' in decoded)) {
    const { line, column, fault } = decoded;
    const message = sentence({ field: '', found: fault, expected: 'text saved as UTF-8' });
    return { file, text: '', body: undefined, value: undefined, problems: [{ file, line, column, message }] };
  }
  const { text } = decoded;
  try {
    const document = parseJson(text, { mode: 'jsonc', allowTrailingCommas: true, tokens: true });
    const problems = [...strayTokens(document, text), ...duplicateKeys(document)].map((problem) => ({ file, ...problem }));
    return { file, text, body: document.body, value: evaluate(document.body), problems };
  } catch (error) {
    return { file, text, body: undefined, value: undefined, problems: [{ file, ...explainSyntax(error, text) }] };
  }
}

type Slip = Omit<Problem, 'file'>;

/** Commas before a closing bracket, comments, and control characters inside a text: the parser lets them pass, JSON does not. */
function strayTokens({ tokens = [] }: DocumentNode, text: string): Slip[] {
  const slips: Slip[] = [];
  const code = tokens.filter((token) => !token.type.endsWith('Comment'));
  code.forEach((token, index) => {
    const closes = ['RBrace', 'RBracket'].includes(code[index + 1]?.type ?? '');
    if (token.type === 'Comma' && closes)
      slips.push(slip(token.loc.start, { field: '', found: 'a trailing comma', expected: 'none before a closing bracket' }));
    if (token.type !== 'String') return;
    const { line, column, offset } = token.loc.start;
    // oxlint-disable-next-line no-control-regex
    const control = /[\u0000-\u001F]/u.exec(text.slice(offset, token.loc.end.offset));
    if (control)
      slips.push(
        slip({ line, column: column + control.index }, { field: '', found: 'a line break or control character inside a text', expected: 'it written as \\n or \\u…' }),
      );
  });
  for (const token of tokens)
    if (token.type.endsWith('Comment'))
      slips.push(slip(token.loc.start, { field: '', found: 'a comment', expected: 'JSON, which has none' }));
  return slips;
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

function slip({ line, column }: { line: number; column: number }, complaint: Parameters<typeof sentence>[0]): Slip {
  return { line, column, message: sentence(complaint) };
}
