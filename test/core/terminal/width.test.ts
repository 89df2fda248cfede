import process from 'node:process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLASS_RUNS } from '../../../src/core/terminal/characterClassRuns';
import { splitGraphemes, textWidth } from '../../../src/core/terminal/width';
import { encodeClassRuns, UNICODE_VERSION } from '../../../tools/unicode/encodeClassRuns';
import { clusterText } from '../../support/clusterText';

const segmenter = new Intl.Segmenter('en');
/** Zero-width characters that Unicode separates and a terminal adds to the previous cell; and unassigned code points. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Cn}\u2028\u2029]|(?![\u200c\u200d\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}|\p{Cf}/u;

// The table and Node.js can only be compared where both know the same version of Unicode.
const testWithSameUnicode = test.runIf(process.versions.unicode === UNICODE_VERSION);

testWithSameUnicode('CLASS_RUNS is the table generated from Unicode’s data', () => {
  expect(CLASS_RUNS).toBe(encodeClassRuns());
});

testWithSameUnicode('splitGraphemes agrees with Intl.Segmenter', () => {
  const text = clusterText.filter((each) => !INVISIBLE.test(each.replaceAll(/[\u200c\u200d\ufe0e\ufe0f\u{e0020}-\u{e007f}]/gu, '')));
  fc.assert(
    fc.property(text, (each) => {
      // At the start of a text, spacing marks and other marks are separate; a base character avoids that.
      const withBase = `x${each}`;
      expect(splitGraphemes(withBase)).toEqual(Array.from(segmenter.segment(withBase), ({ segment }) => segment));
    }),
    { numRuns: 5000 },
  );
});

test.each<[text: string, width: number, clusters?: number]>([
  ['', 0],
  ['agent', 5],
  ['~/project $', 11],
  ['✓ ● ◠ ⚠ → ▎', 11],
  ['💀🔒🔍✅', 8, 4],
  ['日本語', 6],
  ['한국어 ok', 9],
  // Newer than Unicode 11: 12, 13, 14, 15, 16, 17.
  ['🥱🫀🫠🫨🫩🫪', 12, 6],
  ['⚠ ⚠️ ❤️ 1️⃣ #️⃣', 13, 9],
  ['⚠︎', 1, 1],
  ['👩‍💻👨‍👩‍👧‍👦🏳️‍🌈❤️‍🔥🏴‍☠️', 10, 5],
  ['👍🏽🤝🏿☝🏻', 6, 3],
  ['🇩🇪🇫🇷🇪', 5, 3],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2, 1],
  ['e\u0301 x\u0302\u0323 Z̷͓a̶l̷g̷o', 9, 9],
  ['ภาษาไทยที่นี่', 9, 9],
  ['สวัสดีน้ำ', 6, 5],
  ['नमस्ते', 4, 3],
  ['हिन्दी क्षत्रिय', 10, 6],
  ['שָׁלוֹם', 4, 4],
  ['\u1112\u1161\u11ab\u1100\u1173\u11af', 4, 2],
  ['ガギ', 4, 2],
  ['a\u200bb\u200ec', 3, 3],
  ['\u0301a', 1],
  ['ⵣ ߷ 𝒳', 5],
])('%j takes %i cells', (text, width, clusters = Array.from(text).length) => {
  expect(textWidth(text)).toBe(width);
  expect(splitGraphemes(text)).toHaveLength(clusters);
  expect(splitGraphemes(text).join('')).toBe(text);
});
