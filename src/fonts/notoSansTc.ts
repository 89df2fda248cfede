/**
 * Noto Sans TC, the source of Chinese characters, kana, bopomofo and fullwidth characters. Its package contains the font in slices of
 * a few hundred characters each, variable in weight. It is an optional dependency: few stories need its 5 MB.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const PACKAGE = '@fontsource-variable/noto-sans-tc';

/** Resolves a file of the package. @throws with installation advice if the package is missing */
function resolveFile(file: string): string {
  try {
    return require.resolve(`${PACKAGE}/${file}`);
  } catch {
    throw new Error(
      `This story has Chinese, Japanese or fullwidth characters, whose font is a package of its own. Install it: npm install ${PACKAGE}`,
    );
  }
}

/** Returns the names of the slices. */
export function notoSlices(): readonly string[] {
  return Object.keys(require(resolveFile('unicode.json')) as object).map((key) => key.replace(/[[\]]/gu, ''));
}

/** Returns the file of a slice. */
export function notoSlicePath(slice: string): string {
  return resolveFile(`files/noto-sans-tc-${slice}-wght-normal.woff2`);
}

/** Returns the file of the licence, which must accompany fonts made from it. */
export function notoLicencePath(): string {
  return resolveFile('LICENSE');
}
