/**
 * Noto Sans TC, the source of the wide characters a story uses: Chinese, kana, bopomofo, fullwidth signs. Its package
 * holds the face in slices of some hundred characters each, variable in weight.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The names of the slices. */
export const NOTO_SLICES: readonly string[] = Object.keys(require('@fontsource-variable/noto-sans-tc/unicode.json') as object).map((key) =>
  key.replace(/[[\]]/gu, ''),
);

/** The file of a slice. */
export function notoSlicePath(slice: string): string {
  return require.resolve(`@fontsource-variable/noto-sans-tc/files/noto-sans-tc-${slice}-wght-normal.woff2`);
}

/** The licence, to go with what is made of it. */
export const NOTO_LICENCE_PATH: string = require.resolve('@fontsource-variable/noto-sans-tc/LICENSE');
