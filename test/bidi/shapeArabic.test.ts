import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeArabic } from '../../src/bidi/shapeArabic';
import { splitGraphemes, textWidth } from '../../src/core/terminal/width';

const names = (text: string): string => Array.from(text, (char) => (char.codePointAt(0) ?? 0).toString(16)).join(' ');

test.each([
  ['a letter alone', 'ب', 'fe8f'],
  ['first, middle and last of a word', 'ببب', 'fe91 fe92 fe90'],
  ['a letter that does not join the next', 'دب', 'fea9 fe8f'],
  ['lam and alef are one', 'سلام', 'feb3 fefc fee1'],
  ['lam and alef at the start', 'لا', 'fefb'],
  ['a vowel between two letters joins them', 'بَب', 'fe91 64e fe90'],
  ['a vowel on a lam before an alef', 'لَا', 'fefb 64e'],
  ['Persian letters', 'پچ', 'fb58 fb7b'],
  ['Persian with ZWNJ, which parts', 'می\u200Cخ', 'fee3 fbfd fea5'],
  ['ZWJ joins to nothing', 'ه\u200D', 'feeb'],
  ['a stretched word', 'بـب', 'fe91 640 fe90'],
  ['Urdu letters', 'ٹے', 'fb68 fbaf'],
  ['Uighur’s alef maksura has four forms', 'بىب', 'fe91 fbe9 fe90'],
  ['other scripts, and their joiners', 'שלום क्\u200Dष 👩\u200D💻', names('שלום क्\u200Dष 👩\u200D💻')],
])('%s', (_, text, forms) => {
  expect(names(shapeArabic(text))).toBe(forms);
});

const letters = fc.string({
  unit: fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئپچژگکی ـَّ\u200C\u200Dab1א')),
  maxLength: 20,
});

test('no letter is lost, and none takes more cells than before', () => {
  fc.assert(
    fc.property(letters, (text) => {
      const formed = shapeArabic(text);
      // Alefs that the forms spell with what they are made of.
      const spelled = (each: string): string => each.normalize('NFKC').replaceAll(/[\u200C\u200D]/gu, '');
      // A mark on a lam stands behind the alef that became one with it.
      const sorted = (each: string): string => [...spelled(each)].toSorted().join('');
      expect(sorted(formed)).toBe(sorted(text));
      expect(textWidth(formed)).toBeLessThanOrEqual(textWidth(text));
      expect(splitGraphemes(formed).length).toBeLessThanOrEqual(splitGraphemes(text).length);
    }),
  );
});
