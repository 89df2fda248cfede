import { traverse, type ArrayNode, type DocumentNode, type ObjectNode, type StringNode } from '@humanwhocodes/momoa';
import type { Place } from './jsonPath';
import { sentence, type Complaint, type Problem } from './problem';

/** Bytes a file may have: more would neither start in time nor be read by anybody. Ten thousand lines of a terminal fit. */
const LARGEST_FILE = 1_500_000;

/** Levels of lists and objects inside one another: every function that walks a story calls itself for each. */
const DEEPEST = 100;

/** Items of one list, keys of one object, characters of one text. */
const LONGEST_LIST = 20_000;
const MOST_KEYS = 2_000;
const LONGEST_TEXT = 100_000;

type Slip = Omit<Problem, 'file'>;

/** The complaint about a file with too many bytes; undefined for others. */
export function oversize(bytes: number): Slip | undefined {
  const expected = `at most ${megabytes(LARGEST_FILE)}; split it into scenes, or leave out what nobody reads on stage`;
  return bytes > LARGEST_FILE ? slip({ line: 1, column: 1 }, { found: megabytes(bytes), expected }) : undefined;
}

/** The complaint about the first bracket that is nested too deeply; undefined if none is. Looks at the text alone, as a parser would fail. */
export function tooDeep(text: string): Slip | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|\/\/.*|\/\*[^]*?\*\/|[[{\]}]/gu)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth <= DEEPEST) continue;
    const before = text.slice(0, index).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    return slip(place, { found: `a bracket inside ${DEEPEST} others`, expected: `at most ${DEEPEST} levels of lists and objects` });
  }
  return undefined;
}

/** The complaints about lists, objects and texts that are too long, in the order in which they stand in the file. */
export function tooLong(document: DocumentNode): readonly Slip[] {
  const found: Slip[] = [];
  const note = (node: { readonly loc: { readonly start: Place } }, count: number, most: number, unit: string): void => {
    if (count > most)
      found.push(
        slip(node.loc.start, { found: `${count.toLocaleString('en')} ${unit}`, expected: `at most ${most.toLocaleString('en')}` }),
      );
  };
  traverse(document, {
    enter(node) {
      if (node.type === 'Array') note(node, (node as ArrayNode).elements.length, LONGEST_LIST, 'items in one list');
      if (node.type === 'Object') note(node, (node as ObjectNode).members.length, MOST_KEYS, 'keys in one object');
      if (node.type === 'String') note(node, (node as StringNode).value.length, LONGEST_TEXT, 'characters in one text');
    },
  });
  return found;
}

function slip({ line, column }: Place, complaint: Omit<Complaint, 'field'>): Slip {
  return { line, column, message: sentence({ field: '', ...complaint }) };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
