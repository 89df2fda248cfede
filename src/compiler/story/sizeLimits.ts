import { traverse, type ArrayNode, type DocumentNode, type ObjectNode, type StringNode } from '@humanwhocodes/momoa';
import type { SourcePosition } from './jsonPath';
import { formatProblemMessage, type ProblemDetails, type Problem } from './problem';

/** Bytes a file may have: more would neither start in time nor be read by anybody. Ten thousand lines of a terminal fit. */
const MAX_FILE_BYTES = 1_500_000;

/** Levels of lists and objects inside one another: every function that walks a story calls itself for each. */
const MAX_DEPTH = 100;

/** Items of one list, keys of one object, characters of one text. */
const MAX_LIST_ITEMS = 20_000;
const MAX_OBJECT_KEYS = 2_000;
const MAX_TEXT_LENGTH = 100_000;

type PositionedProblem = Omit<Problem, 'file'>;

/** The complaint about a file with too many bytes; undefined for others. */
export function fileSizeProblem(bytes: number): PositionedProblem | undefined {
  const expected = `at most ${formatMegabytes(MAX_FILE_BYTES)}; split it into scenes, or leave out what nobody reads on stage`;
  return bytes > MAX_FILE_BYTES ? problemAt({ line: 1, column: 1 }, { found: formatMegabytes(bytes), expected }) : undefined;
}

/** Returns the problem of the first bracket that is nested too deeply; undefined if none is. Reads the text, as a parser would fail. */
export function nestingProblem(text: string): PositionedProblem | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|\/\/.*|\/\*[^]*?\*\/|[[{\]}]/gu)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth <= MAX_DEPTH) continue;
    const before = text.slice(0, index).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    return problemAt(place, {
      found: `a bracket inside ${MAX_DEPTH} others`,
      expected: `at most ${MAX_DEPTH} levels of lists and objects`,
    });
  }
  return undefined;
}

/** The complaints about lists, objects and texts that are too long, in the order in which they stand in the file. */
export function lengthProblems(document: DocumentNode): readonly PositionedProblem[] {
  const problems: PositionedProblem[] = [];
  const checkLength = (node: { readonly loc: { readonly start: SourcePosition } }, count: number, most: number, unit: string): void => {
    if (count > most)
      problems.push(
        problemAt(node.loc.start, { found: `${count.toLocaleString('en')} ${unit}`, expected: `at most ${most.toLocaleString('en')}` }),
      );
  };
  traverse(document, {
    enter(node) {
      if (node.type === 'Array') checkLength(node, (node as ArrayNode).elements.length, MAX_LIST_ITEMS, 'items in one list');
      if (node.type === 'Object') checkLength(node, (node as ObjectNode).members.length, MAX_OBJECT_KEYS, 'keys in one object');
      if (node.type === 'String') checkLength(node, (node as StringNode).value.length, MAX_TEXT_LENGTH, 'characters in one text');
    },
  });
  return problems;
}

function problemAt({ line, column }: SourcePosition, complaint: Omit<ProblemDetails, 'field'>): PositionedProblem {
  return { line, column, message: formatProblemMessage({ field: '', ...complaint }) };
}

function formatMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
