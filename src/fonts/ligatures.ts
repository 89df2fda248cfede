/** Reads and writes ligatures (OpenType, GSUB lookup type 4). */
import { uint16 } from './bytes.ts';
import { requireTable, toDataView, type Tables } from './sfnt.ts';

/** A sequence of glyphs, and the glyph that replaces it. */
export interface Ligature {
  readonly components: readonly number[];
  readonly glyph: number;
}

const LIGATURE_LOOKUP = 4;

/** Returns the ligatures of all features. */
export function readLigatures(tables: Tables): readonly Ligature[] {
  const gsub = toDataView(requireTable(tables, 'GSUB'));
  const lookups = gsub.getUint16(8);
  const found: Ligature[] = [];
  for (let index = 0; index < gsub.getUint16(lookups); index += 1) {
    const lookup = lookups + gsub.getUint16(lookups + 2 + 2 * index);
    if (gsub.getUint16(lookup) !== LIGATURE_LOOKUP) continue;
    for (let sub = 0; sub < gsub.getUint16(lookup + 4); sub += 1)
      found.push(...readSubtable(gsub, lookup + gsub.getUint16(lookup + 6 + 2 * sub)));
  }
  return found;
}

function readSubtable(gsub: DataView, start: number): readonly Ligature[] {
  return readCoverage(gsub, start + gsub.getUint16(start + 2)).flatMap((first, index) => {
    const set = start + gsub.getUint16(start + 6 + 2 * index);
    return Array.from({ length: gsub.getUint16(set) }, (_, each): Ligature => {
      const at = set + gsub.getUint16(set + 2 + 2 * each);
      const rest = Array.from({ length: gsub.getUint16(at + 2) - 1 }, (__, part) => gsub.getUint16(at + 4 + 2 * part));
      return { components: [first, ...rest], glyph: gsub.getUint16(at) };
    });
  });
}

function readCoverage(gsub: DataView, start: number): readonly number[] {
  const count = gsub.getUint16(start + 2);
  if (gsub.getUint16(start) === 1) return Array.from({ length: count }, (_, index) => gsub.getUint16(start + 4 + 2 * index));
  return Array.from({ length: count }, (_, index) => start + 4 + 6 * index).flatMap((at) => {
    const first = gsub.getUint16(at);
    return Array.from({ length: gsub.getUint16(at + 2) - first + 1 }, (_, index) => first + index);
  });
}

/** Returns a GSUB table with the feature `ccmp`, which browsers apply with any letter spacing. @throws RangeError above 64 KiB */
export function writeLigatures(ligatures: readonly Ligature[]): Uint8Array {
  const sets = new Map<number, Ligature[]>();
  for (const ligature of ligatures) sets.set(ligature.components[0]!, [...(sets.get(ligature.components[0]!) ?? []), ligature]);
  const firsts = [...sets.keys()].toSorted((one, other) => one - other);
  // The first match wins, so the longest come first.
  const setWords = firsts.map((first) =>
    encodeLigatureSet(sets.get(first)!.toSorted((one, other) => other.components.length - one.components.length)),
  );
  const head = 3 + firsts.length;
  const coverage = [1, firsts.length, ...firsts];
  let at = 2 * (head + coverage.length);
  const offsets = setWords.map((words) => (at += 2 * words.length) - 2 * words.length);
  const subtable = [1, 2 * head, firsts.length, ...offsets, ...coverage, ...setWords.flat()];
  const tag = (text: string): readonly number[] => [0, 2].map((index) => (text.charCodeAt(index) << 8) | text.charCodeAt(index + 1));
  // Script list with the default script, feature list with the one feature, lookup list with the one lookup.
  const scripts = [1, ...tag('DFLT'), 8, 4, 0, 0, 0xffff, 1, 0];
  const features = [1, ...tag('ccmp'), 8, 0, 1, 0];
  const lookup = [1, 4, LIGATURE_LOOKUP, 0, 1, 8];
  const header = [1, 0, 10, 10 + 2 * scripts.length, 10 + 2 * (scripts.length + features.length)];
  const words = [...header, ...scripts, ...features, ...lookup, ...subtable];
  if (at > 0xffff) throw new RangeError('More ligatures than one table holds.');
  return Uint8Array.from(uint16(words));
}

function encodeLigatureSet(ligatures: readonly Ligature[]): readonly number[] {
  let at = 2 * (1 + ligatures.length);
  const tables = ligatures.map(({ components, glyph }) => [glyph, components.length, ...components.slice(1)]);
  const offsets = tables.map((words) => (at += 2 * words.length) - 2 * words.length);
  return [ligatures.length, ...offsets, ...tables.flat()];
}
