import fc from 'fast-check';

/** Characters of every kind that form grapheme clusters or do not: the parts of {@link clusterText}. */
const PARTS = [
  ...'aZ 7#│─█ⵣ⠋',
  ...'語カ한각ᄒᆞ가각',
  ...'e\u0301\u0302\u20dd\u0327\u3099',
  ...'กำที่ा\u094dकषरি\u09cdকமி',
  ...'שָׁلَا\u0600\u06dd',
  ...'⚠❤☎⏱ⓂⒶ★⌚🥱🫠🫩🫪💀👩💻🏳🌈🏴☠👍🤝🏻🏿🇩🇪🇫',
  ...'\u200d\u200c\ufe0e\ufe0f\u20e3\u{e0067}\u{e007f}',
  ...'\u200b\u200e\u00ad\u2060',
  ...'\ue0b0\uf115\u{1fb00}\u{10ffff}\u{378}',
  '👩‍💻',
  '❤️‍🔥',
  '🇩🇪',
  '1️⃣',
  'क्ष',
];

/** Text of about 24 code points in which grapheme clusters of all kinds are likely. */
export const clusterText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PARTS) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) }),
    { maxLength: 24 },
  )
  .map((parts) => parts.join('').replaceAll(/[\p{Cc}\p{Cs}]/gu, ''));
