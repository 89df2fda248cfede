import { QUERY_NAMES } from '../../core/query';
import { fillText, mapStrings, referencesIn } from '../../core/variables';
import { valueAt, type JsonPath } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { closestMatch } from '../../core/closestMatch';
import { toProblem } from './toProblem';

interface VariableDefinition {
  readonly name: string;
  readonly value: string;
  readonly open: boolean;
}

/** Returns the variables that a story defines. Works on unvalidated files. */
function variableDefinitions(index: JsonDocument): readonly VariableDefinition[] {
  const variables = valueAt(index.value, ['variables']);
  if (typeof variables !== 'object' || variables === null) return [];
  return Object.entries(variables).flatMap(([name, variable]) => {
    const [value, open] = [valueAt(variable, ['value']), valueAt(variable, ['open'])];
    return typeof value === 'string' ? [{ name, value, open: open === true }] : [];
  });
}

/** Limit of a value with its references filled in: a text may refer to it thousands of times. */
const MAX_VALUE_LENGTH = 2_000;

/** The page reads these query parameters itself, so open variables cannot have their names. */
const RESERVED_NAMES: ReadonlySet<string> = new Set(QUERY_NAMES);

/** Returns the values of closed variables with references filled in. Problems are cycles, reserved names and values too long. */
export function resolveVariables(index: JsonDocument): {
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
} {
  const defined = new Map(variableDefinitions(index).map((variable) => [variable.name, variable]));
  const values = new Map<string, string>();
  const sizes = expandedSizes(defined);
  const problems: Problem[] = [...sizes]
    .filter(([, size]) => size > MAX_VALUE_LENGTH)
    .slice(0, 1)
    .map(([name, size]) => valueTooLong(index, name, size));
  // Each reference may double the length, so filling these values could run out of memory.
  if (problems.length > 0) return { values, problems };
  /** Filled values of variables that are not part of a cycle and do not lead to one. */
  const resolved = new Map<string, string>();
  const resolve = (name: string, ancestors: readonly string[]): string | undefined => {
    if (resolved.has(name)) return resolved.get(name);
    const variable = defined.get(name);
    if (!variable) return undefined;
    if (ancestors.includes(name)) {
      const found = `a circle, ${[...ancestors.slice(ancestors.indexOf(name)), name].join(' → ')}`;
      const path = ['variables', name, 'value'];
      if (ancestors[0] === name) problems.push(toProblem(index, { path, found, expected: 'a value that does not lead back to itself' }));
      return undefined;
    }
    const inner = referencesIn(variable.value).map((reference) => [reference.name, resolve(reference.name, [...ancestors, name])] as const);
    // A variable that leads to a cycle has no value.
    if (inner.some(([key, value]) => value === undefined && defined.has(key))) return undefined;
    // References to open variables stay: the page's address may change their values.
    const filled = fillText(
      variable.value,
      new Map(inner.flatMap(([key, value]) => (value === undefined || defined.get(key)?.open ? [] : [[key, value] as const]))),
    );
    resolved.set(name, filled);
    return filled;
  };
  for (const { name, open } of defined.values()) {
    if (open && RESERVED_NAMES.has(name))
      problems.push(
        toProblem(index, {
          path: ['variables', name],
          code: 'unknown',
          found: `an open variable called "${name}"`,
          expected: `another name, as the page itself reads ?${name}= from its address; ${QUERY_NAMES.join(', ')} are taken`,
        }),
      );
    const value = resolve(name, []);
    if (value !== undefined && !open) values.set(name, value);
  }
  return { values, problems };
}

/** Returns the length of each value with all references filled in, those to open variables included. A cycle adds nothing. */
function expandedSizes(defined: ReadonlyMap<string, VariableDefinition>): ReadonlyMap<string, number> {
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

function valueTooLong(index: JsonDocument, name: string, size: number): Problem {
  const found = `${size.toLocaleString('en')} characters, with the variables in it filled in`;
  return toProblem(index, { path: ['variables', name, 'value'], found, expected: `at most ${MAX_VALUE_LENGTH.toLocaleString('en')}` });
}

/** Reports references to variables that the story does not define. `own` are names that the file itself defines. */
export function undefinedVariables(document: JsonDocument, index: JsonDocument, own: readonly string[] = []): readonly Problem[] {
  const names = [...variableDefinitions(index).map(({ name }) => name), ...own];
  const problems: Problem[] = [];
  const visit = (value: unknown, path: JsonPath): void => {
    if (typeof value === 'string') {
      for (const { name } of referencesIn(value)) {
        if (names.includes(name)) continue;
        const expected = names.length === 0 ? 'a variable of the story, which defines none' : 'a variable the story defines';
        problems.push(
          toProblem(document, {
            path,
            found: `{{${name}}}`,
            expected,
            suggestion: closestMatch(
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

/** Replaces references to the variables in `values`; references to open variables stay, since the page fills them. */
export function fillDocument(document: JsonDocument, values: ReadonlyMap<string, string>): JsonDocument {
  const written = new Map<string, string>(document.filledTexts?.written);
  const value = mapStrings(document.value, (text) => {
    const filled = fillText(text, values);
    const source = text.normalize('NFC');
    if (filled !== text) written.set(filled.normalize('NFC'), written.get(source) ?? source);
    return filled;
  });
  return { ...document, value, filledTexts: { written, values: new Map([...(document.filledTexts?.values ?? []), ...values]) } };
}
