import { referencesIn } from '../../core/variables';
import { createFinding, quote, type Finding, type CheckRule } from '../finding';
import type { StoryText } from '../checkInput';

/** Shorter values occur by chance. */
const MIN_VALUE_LENGTH = 4;

interface VariableValue {
  readonly name: string;
  readonly value: string;
}

/** Reports text that repeats a variable's value: a change of the variable would not change it. */
export const variablesRule: CheckRule = {
  name: 'variables',
  check({ texts }) {
    const variables = texts
      .filter(({ surface }) => surface === 'variable')
      .map(({ path, shown }) => ({ name: String(path[1]), value: shown }))
      .filter(({ value }) => value.length >= MIN_VALUE_LENGTH && !/^\p{L}+$/u.test(value))
      // Longest first: a whole callback address before the port in it.
      .toSorted((a, b) => b.value.length - a.value.length);
    return texts.filter(({ surface }) => surface !== 'none').flatMap((text) => literalFindings(text, variables));
  },
};

function literalFindings(text: StoryText, variables: readonly VariableValue[]): readonly Finding[] {
  const own = text.surface === 'variable' ? text.path[1] : undefined;
  let rest = maskReferences(text.written);
  return variables.flatMap(({ name, value }): Finding[] => {
    if (name === own || !containsWord(rest, value)) return [];
    rest = rest.replaceAll(value, ' ');
    const message =
      `${quote(value)} is written out, though {{${name}}} stands for it: ` +
      `a change of the variable would leave this place behind. Write {{${name}}}`;
    return [createFinding('warning', text, message)];
  });
}

/** Whether `text` contains `value` other than as part of a longer word. */
function containsWord(text: string, value: string): boolean {
  const isPart = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + value.length])) return true;
  }
  return false;
}

function maskReferences(text: string): string {
  return referencesIn(text).reduceRight((rest, { name, at }) => `${rest.slice(0, at)}\u0000${rest.slice(at + name.length + 4)}`, text);
}
