import { tokenize } from '@humanwhocodes/momoa';
import type { SourcePosition } from './jsonPath';
import { problemAt, type PositionedProblem } from './problem';

/** Returns the problem of a text that is not JSON, from the error that momoa threw. @throws any other error again */
export function explainSyntaxError(error: unknown, text: string): PositionedProblem {
  if (!hasLocation(error)) throw error;
  return problemAt(error, explainAt(text, error.offset));
}

interface ErrorLocation extends SourcePosition {
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

/** Whether the error is at the last token: momoa reports an unclosed list or object there. */
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
