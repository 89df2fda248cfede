import { QUERY_NAMES } from '../../core/query';
import { fillText, mapTexts, referencesIn } from '../../core/variables';
import { valueAt, type Path } from './jsonPath';
import type { Document } from './parseJsonFile';
import type { Problem } from './problem';
import { nearest } from './closestMatch';
import { complain } from './validateDocument';

/** The variables a story defines, as far as it can be told, whatever else is wrong with it: name, value, whether open. */
interface Defined {
  readonly name: string;
  readonly value: string;
  readonly open: boolean;
}

function definedIn(index: Document): readonly Defined[] {
  const variables = valueAt(index.value, ['variables']);
  if (typeof variables !== 'object' || variables === null) return [];
  return Object.entries(variables).flatMap(([name, variable]) => {
    const [value, open] = [valueAt(variable, ['value']), valueAt(variable, ['open'])];
    return typeof value === 'string' ? [{ name, value, open: open === true }] : [];
  });
}

/** Characters of a value with the variables in it filled in: a text may refer to it thousands of times. */
const LONGEST_VALUE = 2_000;

/** Names an open variable may not have. */
const TAKEN: ReadonlySet<string> = new Set(QUERY_NAMES);

/** What the story's closed variables stand for, with those they refer to filled in, and complaints of circles and of names that are taken. */
export function resolveVariables(index: Document): { readonly values: ReadonlyMap<string, string>; readonly problems: readonly Problem[] } {
  const defined = new Map(definedIn(index).map((variable) => [variable.name, variable]));
  const values = new Map<string, string>();
  const sizes = filledSizes(defined);
  const problems: Problem[] = [...sizes]
    .filter(([, size]) => size > LONGEST_VALUE)
    .slice(0, 1)
    .map(([name, size]) => tooLong(index, name, size));
  // A value like this may double with each variable on its way: filling it in would not end.
  if (problems.length > 0) return { values, problems };
  /** What has been filled in without meeting a circle. */
  const known = new Map<string, string>();
  const resolve = (name: string, trail: readonly string[]): string | undefined => {
    if (known.has(name)) return known.get(name);
    const variable = defined.get(name);
    if (!variable) return undefined;
    if (trail.includes(name)) {
      const circle = [...trail.slice(trail.indexOf(name)), name].join(' → ');
      if (trail[0] === name)
        problems.push(
          complain(index, {
            path: ['variables', name, 'value'],
            what: 'value',
            found: `a circle, ${circle}`,
            expected: 'a value that does not lead back to itself',
          }),
        );
      return undefined;
    }
    const inner = referencesIn(variable.value).map((reference) => [reference.name, resolve(reference.name, [...trail, name])] as const);
    // One that leads to a circle has no value.
    if (inner.some(([key, value]) => value === undefined && defined.has(key))) return undefined;
    // Open ones keep their names: the address may give them another value.
    const filled = fillText(
      variable.value,
      new Map(inner.flatMap(([key, value]) => (value === undefined || defined.get(key)?.open ? [] : [[key, value] as const]))),
    );
    known.set(name, filled);
    return filled;
  };
  for (const { name, open } of defined.values()) {
    if (open && TAKEN.has(name))
      problems.push(
        complain(index, {
          path: ['variables', name],
          what: 'unknown',
          found: `an open variable called "${name}"`,
          expected: `another name, as the page itself reads ?${name}= from its address; ${QUERY_NAMES.join(', ')} are taken`,
        }),
      );
    const value = resolve(name, []);
    if (value !== undefined && !open) values.set(name, value);
  }
  return { values, problems };
}

/** Characters of each value with all variables filled in, open ones too; a circle counts as nothing. */
function filledSizes(defined: ReadonlyMap<string, Defined>): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const sizeOf = (name: string): number => {
    const variable = defined.get(name);
    const known = sizes.get(name);
    if (!variable || known !== undefined) return known ?? 0;
    sizes.set(name, 0);
    const size = referencesIn(variable.value).reduce(
      (sum, each) => sum + sizeOf(each.name) - `{{${each.name}}}`.length,
      variable.value.length,
    );
    sizes.set(name, size);
    return size;
  };
  for (const name of defined.keys()) sizeOf(name);
  return sizes;
}

function tooLong(index: Document, name: string, size: number): Problem {
  const found = `${size.toLocaleString('en')} characters, with the variables in it filled in`;
  return complain(index, {
    path: ['variables', name, 'value'],
    what: 'value',
    found,
    expected: `at most ${LONGEST_VALUE.toLocaleString('en')}`,
  });
}

/** References in a file to variables that neither the story nor, by the names in `own`, the file itself defines. */
export function unknownReferences(document: Document, index: Document, own: readonly string[] = []): readonly Problem[] {
  const names = [...definedIn(index).map(({ name }) => name), ...own];
  const problems: Problem[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      for (const { name } of referencesIn(value)) {
        if (names.includes(name)) continue;
        const expected = names.length === 0 ? 'a variable of the story, which defines none' : 'a variable the story defines';
        problems.push(
          complain(document, {
            path,
            what: 'value',
            found: `{{${name}}}`,
            expected,
            meant: nearest(
              name,
              names.filter((each) => path[0] !== 'variables' || path[1] !== each),
            ),
          }),
        );
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) visit(each, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(document.value, []);
  return problems;
}

/** The file with the values of closed variables in place of their names. Open ones keep theirs: the address may fill them. */
export function fillDocument(document: Document, values: ReadonlyMap<string, string>): Document {
  return { ...document, value: mapTexts(document.value, (text) => fillText(text, values)) };
}
