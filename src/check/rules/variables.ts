import { referencesIn } from '../../core/variables';
import { finding, quoted, type Finding, type Rule } from '../finding';
import type { Text } from '../checkInput';

/** Shorter values turn up by chance. */
const SHORTEST = 4;

/** Words written out where a variable stands for them: the next edit, or ?user=…, changes all places but this one. */
export const variables: Rule = {
  name: 'variables',
  about: 'A variable’s value written out where {{its name}} should stand (warning). Values of one plain word are not looked for.',
  check({ texts }) {
    const defined = texts
      .filter(({ surface }) => surface === 'variable')
      .map(({ path, shown }) => ({ name: String(path[1]), value: shown }))
      .filter(({ value }) => value.length >= SHORTEST && !/^\p{L}+$/u.test(value))
      // The longest first: a callback's address says more than the port in it.
      .toSorted((a, b) => b.value.length - a.value.length);
    return texts.filter(({ surface }) => surface !== 'none').flatMap((text) => literals(text, defined));
  },
};

function literals(
  { document, path, surface, written }: Text,
  defined: readonly { readonly name: string; readonly value: string }[],
): readonly Finding[] {
  const own = surface === 'variable' ? path[1] : undefined;
  let left = withoutReferences(written);
  return defined.flatMap(({ name, value }): Finding[] => {
    if (name === own || !hasWord(left, value)) return [];
    left = left.replaceAll(value, ' ');
    return [
      finding(
        'warning',
        document,
        path,
        `${quoted(value)} is written out, though {{${name}}} stands for it: a change of the variable would leave this place behind. Write {{${name}}}`,
      ),
    ];
  });
}

/** Whether `value` stands in `text` and is no part of a longer word. */
function hasWord(text: string, value: string): boolean {
  const isPart = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + value.length])) return true;
  }
  return false;
}

function withoutReferences(text: string): string {
  return referencesIn(text).reduceRight((rest, { name, at }) => `${rest.slice(0, at)}\u0000${rest.slice(at + name.length + 4)}`, text);
}
