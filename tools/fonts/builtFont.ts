import { readCmap, readMetrics, readTables, type SfntMetrics } from '../../src/fonts/sfnt';
import { convertFont } from '../../src/fonts/subsetFont';
import { CORE_CHARACTERS, union, type CodePointSet } from './characters';

/** A font file to be written. */
export interface BuiltFont {
  readonly name: string;
  readonly bytes: Buffer;
  readonly codePoints: CodePointSet;
  readonly metrics: SfntMetrics;
}

export async function toBuiltFont(name: string, bytes: Buffer): Promise<BuiltFont> {
  const tables = readTables(await convertFont(bytes, 'sfnt'));
  return { name, bytes, codePoints: new Set(readCmap(tables).keys()), metrics: readMetrics(tables) };
}

/** A font in two files: one loads with the page, the other on demand. */
export type BuiltFontPair = readonly [core: BuiltFont, more: BuiltFont];

/** Builds a font in two files; `build` returns a woff2 with the code points it is given. */
export async function buildPair(
  name: string,
  codes: readonly number[],
  build: (codes: readonly number[]) => Promise<Buffer>,
): Promise<BuiltFontPair> {
  return [
    await toBuiltFont(name, await build(codes.filter((code) => CORE_CHARACTERS.has(code)))),
    await toBuiltFont(`${name}-more`, await build(codes.filter((code) => !CORE_CHARACTERS.has(code)))),
  ];
}

export function codePointsOfPair(pair: BuiltFontPair): CodePointSet {
  return union(...pair.map(({ codePoints }) => codePoints));
}
