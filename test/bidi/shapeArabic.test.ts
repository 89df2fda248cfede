import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeArabic } from '../../src/bidi/shapeArabic';
import { splitGraphemes, textWidth } from '../../src/core/terminal/width';

const codePoints = (text: string): string => Array.from(text, (char) => (char.codePointAt(0) ?? 0).toString(16)).join(' ');

test.each([
  ['an isolated letter', 'ب', 'fe8f'],
  ['initial, medial and final letters', 'ببب', 'fe91 fe92 fe90'],
  ['a letter that does not join the next', 'دب', 'fea9 fe8f'],
  ['lam and alef as a ligature', 'سلام', 'feb3 fefc fee1'],
  ['lam and alef at the start of a word', 'لا', 'fefb'],
  ['letters that join across a vowel mark', 'بَب', 'fe91 64e fe90'],
  ['lam with a vowel mark before alef', 'لَا', 'fefb 64e'],
  ['Persian letters', 'پچ', 'fb58 fb7b'],
  ['Persian letters that ZWNJ separates', 'می\u200Cخ', 'fee3 fbfd fea5'],
  ['a letter that ZWJ joins to nothing', 'ه\u200D', 'feeb'],
  ['a word stretched with tatweel', 'بـب', 'fe91 640 fe90'],
  ['Urdu letters', 'ٹے', 'fb68 fbaf'],
  ['the four forms of alef maksura in Uighur', 'بىب', 'fe91 fbe9 fe90'],
  ['text of other scripts with joiners, unchanged', 'שלום क्\u200Dष 👩\u200D💻', codePoints('שלום क्\u200Dष 👩\u200D💻')],
])('shapes %s', (_, text, forms) => {
  expect(codePoints(shapeArabic(text))).toBe(forms);
});

const letters = fc.string({
  unit: fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئپچژگکی ـَّ\u200C\u200Dab1א')),
  maxLength: 20,
});

test('loses no letter and takes no more cells than before', () => {
  fc.assert(
    fc.property(letters, (text) => {
      const shaped = shapeArabic(text);
      // NFKC turns the presentation forms back into letters.
      const unshaped = (each: string): string => each.normalize('NFKC').replaceAll(/[\u200C\u200D]/gu, '');
      // Sorted, as a mark on a lam follows the alef of its ligature.
      const sorted = (each: string): string => [...unshaped(each)].toSorted().join('');
      expect(sorted(shaped)).toBe(sorted(text));
      expect(textWidth(shaped)).toBeLessThanOrEqual(textWidth(text));
      expect(splitGraphemes(shaped).length).toBeLessThanOrEqual(splitGraphemes(text).length);
    }),
  );
});
