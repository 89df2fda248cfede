import { tokenize } from '@humanwhocodes/momoa';
import { formatProblemMessage, type Problem } from './problem';

/** Says in plain words why `text` is no JSON, from the error the parser threw. */
export function explainSyntaxError(error: unknown, text: string): Omit<Problem, 'file'> {
  if (!hasLocation(error)) throw error;
  const { line, column, offset } = error;
  return { line, column, message: formatProblemMessage({ field: '', ...explainAt(text, offset) }) };
}

interface ErrorLocation {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

function hasLocation(error: unknown): error is Error & ErrorLocation {
  return error instanceof Error && 'line' in error && 'column' in error && 'offset' in error;
}

function explainAt(text: string, offset: number): { found: string; expected: string } {
  const before = text.slice(0, offset).trimEnd().at(-1) ?? '';
  const rest = text.slice(offset);
  if (text.trim() === '') return { found: 'nothing', expected: 'a JSON object' };
  if (rest.trim() === '') return UNCLOSED;
  const found = rest[0] === '"' ? truncate(/^"(?:[^"\\\n]|\\.)*"?/u.exec(rest)![0]) : (/^[\w$.+-]+|^./su.exec(rest)?.[0] ?? '');
  if (/["\d}\]el]/u.test(before) && /["{[\dtfn-]/u.test(found))
    return { found, expected: `a comma${before === '"' ? ' or a colon' : ''} before it` };
  if (found === "'") return { found, expected: 'double quotation marks' };
  if (/^[A-Za-z_$]/u.test(found)) return { found, expected: 'a text in double quotation marks, a number, true, false or null' };
  if (isLastToken(text, offset)) return UNCLOSED;
  if (found === ',') return { found: 'a comma', expected: 'a value before it' };
  if (/[}\]]/u.test(found))
    return { found, expected: ':,'.includes(before) ? 'a value before it' : 'it only where a bracket of its kind is open' };
  return { found, expected: 'JSON' };
}

const UNCLOSED = { found: 'the end of the file', expected: 'every bracket and quotation mark closed before it' };

/** The parser blames the last token of a list that is never closed. */
function isLastToken(text: string, offset: number): boolean {
  try {
    const last = tokenize(text).at(-1);
    return last?.loc.start.offset === offset && !['RBrace', 'RBracket', 'Comma'].includes(last.type);
  } catch {
    return false;
  }
}

function truncate(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
