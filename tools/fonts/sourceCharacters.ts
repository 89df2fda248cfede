import { textWidth } from '../../src/core/terminal/width';
import { toRanges, type CodePointRange } from '../../src/fonts/codePointRanges';
import { notoSlicePath, notoSlices } from '../../src/fonts/notoSansTc';
import { readCmap, readTables } from '../../src/fonts/sfnt';
import { SOURCE_FONTS, type SourceFont } from '../../src/fonts/sourceFonts';
import { readFontFile } from '../../src/fonts/subsetFont';
import { codePointRange, intersection, isEmoji, toText, type CodePointSet } from './characters';

export type Coverage = Readonly<Record<string, readonly CodePointRange[]>>;

const codePointsOfFile = async (file: string): Promise<CodePointSet> => new Set(readCmap(readTables(await readFontFile(file))).keys());

/** Returns the wide characters of each slice of Noto Sans TC. */
export async function wideCharacters(): Promise<Record<string, string>> {
  const taken = new Set<number>();
  const slices: [name: string, characters: string][] = [];
  for (const slice of notoSlices()) {
    const found = [...(await codePointsOfFile(notoSlicePath(slice)))].filter(
      (code) => textWidth(String.fromCodePoint(code)) === 2 && !isEmoji(code) && !taken.has(code),
    );
    for (const code of found) taken.add(code);
    if (found.length > 0) slices.push([slice, toText(found.sort((a, b) => a - b))]);
  }
  return Object.fromEntries(slices);
}

const SYMBOLS = /^(?![\p{Z}\p{Cc}\p{Cf}])[\p{Script=Common}\p{S}\p{P}\p{N}\p{Co}]$/u;
/** Letters of scripts that need no shaping. */
const LETTERS = /^(?![\p{Z}\p{Cc}\p{Cf}])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}]$/u;

/** Returns the characters that each source font provides: those in both weights that no bundled or earlier font has. */
export async function sourceFontCoverage(bundled: Coverage): Promise<Coverage> {
  const taken = new Map(
    Object.entries(bundled).map(([family, ranges]) => [family, new Set(ranges.flatMap(([first, last]) => codePointRange(first, last)))]),
  );
  const coverage: Record<string, readonly CodePointRange[]> = {};
  for (const [name, { family, file, provides }] of Object.entries<SourceFont>(SOURCE_FONTS)) {
    const takenInFamily = taken.get(family)!;
    const [regular, bold] = await Promise.all([codePointsOfFile(file(400)), codePointsOfFile(file(700))]);
    const isProvided = (code: number): boolean => {
      const char = String.fromCodePoint(code);
      if (provides instanceof RegExp) return provides.test(char);
      const isListed = (provides !== 'letters' && SYMBOLS.test(char)) || (provides !== 'symbols' && LETTERS.test(char));
      return isListed && textWidth(char) > 0;
    };
    const found = [...intersection(regular, bold)].filter((code) => !takenInFamily.has(code) && !isEmoji(code) && isProvided(code));
    for (const code of found) takenInFamily.add(code);
    coverage[name] = toRanges(found);
  }
  return coverage;
}
