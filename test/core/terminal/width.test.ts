import process from 'node:process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLASS_RUNS } from '../../../src/core/terminal/class-runs';
import { splitGraphemes, textWidth } from '../../../src/core/terminal/width';
import { encodeClassRuns, UNICODE_VERSION } from '../../../tools/unicode/encodeClassRuns';
import { clusterText } from '../../support/clusterText';

const segmenter = new Intl.Segmenter('en');
/** Characters of no width at which Unicode breaks and a terminal does not, as they need a cell to lie on; and unassigned code points. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Cn}\u2028\u2029]|(?![\u200c\u200d\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}|\p{Cf}/u;

// The table and Node.js can only be compared where both know the same version of Unicode.
const sameUnicode = test.runIf(process.versions.unicode === UNICODE_VERSION);

sameUnicode('the table is the one that Unicode’s data give', () => {
  expect(CLASS_RUNS).toBe(encodeClassRuns());
});

sameUnicode('clusters are those of Unicode', () => {
  const text = clusterText.filter((each) => !INVISIBLE.test(each.replaceAll(/[\u200c\u200d\ufe0e\ufe0f\u{e0020}-\u{e007f}]/gu, '')));
  fc.assert(
    fc.property(text, (each) => {
      // Marks need something to lie on: at the very start, a mark with a cell of its own is apart from one without.
      const based = `x${each}`;
      expect(splitGraphemes(based)).toEqual(Array.from(segmenter.segment(based), ({ segment }) => segment));
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
