import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLOSING_PUNCTUATION, OPENING_PUNCTUATION, splitWords } from '../../../src/core/terminal/splitWords';

test('splits Latin text after spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '.', '(', '"', '-', ' ', ' ', 'é', '✓'), maxLength: 60 }), (text) => {
      expect(splitWords(text)).toEqual((text.match(/\S*\s*/gu) ?? []).filter((word) => word !== ''));
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('keeps all text, starts no word with closing punctuation and ends none with opening punctuation', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('結', '帳', '，', '。', '「', '」', 'a', ' ', '💀', '（'), maxLength: 40 }), (text) => {
      const words = splitWords(text);
      expect(words.join('')).toBe(text);
      words.slice(1).forEach((word, index) => {
        if (words[index]!.at(-1) !== ' ') expect(CLOSING_PUNCTUATION.has(Array.from(word)[0]!)).toBe(false);
        expect(OPENING_PUNCTUATION.has(words[index]!.at(-1)!)).toBe(false);
      });
    }),
    { seed: 6, numRuns: 500 },
  );
});

test.each<[text: string, words: string[]]>([
  ['測試環境已經是 1.8.0，健康', ['測試', '環境', '已經', '是 ', '1.8.0，', '健康']],
  ['請看「結帳服務」。', ['請看', '「結帳', '服務」。']],
  ['用 OAuth 登入', ['用 ', 'OAuth ', '登入']],
  ['', []],
])('splits %j into %j', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});
