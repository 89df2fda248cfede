/** Scripts that are written from right to left, by their ISO 15924 codes. */
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** The direction of the script a language is written in, by Unicode's likely subtags; left to right for what is no language tag. */
export function languageDirection(lang: string): 'ltr' | 'rtl' {
  try {
    return RIGHT_TO_LEFT_SCRIPTS.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
