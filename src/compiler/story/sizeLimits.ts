import { traverse, type ArrayNode, type DocumentNode, type ObjectNode, type StringNode } from '@humanwhocodes/momoa';
import type { SourcePosition } from './jsonPath';
import { problemAt, type PositionedProblem } from './problem';

/** A larger file delays the start of the page. Ten thousand lines of terminal output fit. */
const MAX_FILE_BYTES = 1_500_000;

/** Nesting levels: functions that walk a story are recursive, one call for each level. */
const MAX_DEPTH = 100;

const MAX_LIST_ITEMS = 20_000;
const MAX_OBJECT_KEYS = 2_000;
const MAX_TEXT_LENGTH = 100_000;

/** Returns the problem of a file with more than 1.5 MB; undefined for smaller files. */
export function fileSizeProblem(bytes: number): PositionedProblem | undefined {
  const expected = `at most ${formatMegabytes(MAX_FILE_BYTES)}; split it into scenes, or leave out what nobody reads on stage`;
  return bytes > MAX_FILE_BYTES ? problemAt({ line: 1, column: 1 }, { found: formatMegabytes(bytes), expected }) : undefined;
}

/** Returns the problem of the first bracket nested too deeply; undefined if none is. Scans the text, since the parser is recursive. */
export function nestingProblem(text: string): PositionedProblem | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|\/\/.*|\/\*[^]*?\*\/|[[{\]}]/gu)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth <= MAX_DEPTH) continue;
    const before = text.slice(0, index).split('\n');
    const position = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    return problemAt(position, {
      found: `a bracket inside ${MAX_DEPTH} others`,
      expected: `at most ${MAX_DEPTH} levels of lists and objects`,
    });
  }
  return undefined;
}

/** Returns the problems of lists, objects and texts that are too long, in document order. */
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

function formatMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
