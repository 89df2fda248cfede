import { createRequire } from 'node:module';

/**
 * Noto Sans TC, the source of the wide characters a story uses: Chinese, kana, bopomofo, fullwidth signs. Its package
 * holds the face in slices of some hundred characters each, variable in weight.
 */
const PACKAGE = '@fontsource-variable/noto-sans-tc';

const require = createRequire(import.meta.url);

/** The names of the slices. */
export const SLICES: readonly string[] = Object.keys(require(`${PACKAGE}/unicode.json`) as object).map((key) => key.replace(/[[\]]/gu, ''));

/** The file of a slice. */
export function sliceFile(slice: string): string {
  return require.resolve(`${PACKAGE}/files/noto-sans-tc-${slice}-wght-normal.woff2`);
}

/** The licence, to go with what is made of it. */
export const LICENCE_FILE: string = require.resolve(`${PACKAGE}/LICENSE`);
