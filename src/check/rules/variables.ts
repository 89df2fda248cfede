import { referencesIn } from '../../core/variables';
import { createFinding, quote, type Finding, type CheckRule } from '../finding';
import type { StoryText } from '../checkInput';

/** Shorter values turn up by chance. */
const MIN_VALUE_LENGTH = 4;

/** Words written out where a variable stands for them: the next edit, or ?user=…, changes all places but this one. */
export const variablesRule: CheckRule = {
  name: 'variables',
  description: 'A variable’s value written out where {{its name}} should stand (warning). Values of one plain word are not looked for.',
  check({ texts }) {
    const defined = texts
      .filter(({ surface }) => surface === 'variable')
      .map(({ path, shown }) => ({ name: String(path[1]), value: shown }))
      .filter(({ value }) => value.length >= MIN_VALUE_LENGTH && !/^\p{L}+$/u.test(value))
      // The longest first: a callback's address says more than the port in it.
      .toSorted((a, b) => b.value.length - a.value.length);
    return texts.filter(({ surface }) => surface !== 'none').flatMap((text) => literalFindings(text, defined));
  },
};

function literalFindings(
  { document, path, surface, written }: StoryText,
  defined: readonly { readonly name: string; readonly value: string }[],
): readonly Finding[] {
  const own = surface === 'variable' ? path[1] : undefined;
  let left = maskReferences(written);
  return defined.flatMap(({ name, value }): Finding[] => {
    if (name === own || !containsWord(left, value)) return [];
    left = left.replaceAll(value, ' ');
    return [
      createFinding(
        'warning',
        document,
        path,
        `${quote(value)} is written out, though {{${name}}} stands for it: a change of the variable would leave this place behind. Write {{${name}}}`,
      ),
    ];
  });
}

/** Whether `value` stands in `text` and is no part of a longer word. */
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
