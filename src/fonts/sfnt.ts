/** Reads and writes OpenType files as tables. The subsetter drops colour tables, and cannot merge fonts (ADR 035). */
import { uint16, uint24, uint32 } from './bytes.ts';

/** Tables by their tags. */
export type Tables = Map<string, Uint8Array>;

export function toDataView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Returns a table by its tag. @throws if the font has none */
export function requireTable(tables: Tables, tag: string): Uint8Array {
  const found = tables.get(tag);
  if (!found) throw new Error(`The font has no ${tag} table.`);
  return found;
}

export function readTables(font: Uint8Array): Tables {
  const data = toDataView(font);
  const tables: Tables = new Map();
  for (let i = 0; i < data.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const tag = Buffer.from(font.subarray(record, record + 4)).toString('latin1');
    const offset = data.getUint32(record + 8);
    tables.set(tag, font.slice(offset, offset + data.getUint32(record + 12)));
  }
  return tables;
}

function checksum(bytes: Uint8Array): number {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  const data = toDataView(padded);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + data.getUint32(i)) >>> 0;
  return sum;
}

/** Returns a font with the tables in tag order and new checksums, as font sanitizers require. */
export function writeFont(tables: Tables): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = entries.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const directory = [...uint32([0x00010000]), ...uint16([count, power * 16, Math.log2(power), (count - power) * 16])];
  const bodies: Uint8Array[] = [];
  let offset = 12 + 16 * count;
  let headOffset = 0;
  for (const [tag, table] of entries) {
    const body = new Uint8Array(Math.ceil(table.length / 4) * 4);
    body.set(table);
    if (tag === 'head') {
      headOffset = offset;
      toDataView(body).setUint32(8, 0);
    }
    directory.push(...Buffer.from(tag, 'latin1'), ...uint32([checksum(body), offset, table.length]));
    bodies.push(body);
    offset += body.length;
  }
  const font = new Uint8Array(Buffer.concat([Uint8Array.from(directory), ...bodies]));
  toDataView(font).setUint32(headOffset + 8, (0xb1b0afba - checksum(font)) >>> 0);
  return font;
}

/** Returns the glyphs by code point, from all Unicode subtables of formats 4 and 12. */
export function readCmap(tables: Tables): Map<number, number> {
  const cmap = toDataView(requireTable(tables, 'cmap'));
  const glyphs = new Map<number, number>();
  const add = (code: number, glyph: number): void => {
    if (glyph !== 0) glyphs.set(code, glyph);
  };
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const platform = cmap.getUint16(4 + 8 * i);
    const start = cmap.getUint32(8 + 8 * i);
    const format = cmap.getUint16(start);
    if (platform !== 0 && platform !== 3) continue;
    if (format === 4) readSegments(cmap, start, add);
    if (format === 12) {
      for (let g = 0; g < cmap.getUint32(start + 12); g++) {
        const group = start + 16 + 12 * g;
        const first = cmap.getUint32(group);
        for (let code = first; code <= cmap.getUint32(group + 4); code++) add(code, cmap.getUint32(group + 8) + code - first);
      }
    }
  }
  return glyphs;
}

function readSegments(cmap: DataView, start: number, add: (code: number, glyph: number) => void): void {
  const span = cmap.getUint16(start + 6);
  for (let s = 0; s < span; s += 2) {
    const last = cmap.getUint16(start + 14 + s);
    const first = cmap.getUint16(start + 16 + span + s);
    const delta = cmap.getUint16(start + 16 + 2 * span + s);
    const rangeAt = start + 16 + 3 * span + s;
    const range = cmap.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code : cmap.getUint16(rangeAt + range + 2 * (code - first));
      if (glyph !== 0 || range === 0) add(code, (glyph + delta) & 0xffff);
    }
  }
}

const byCode = (glyphs: ReadonlyMap<number, number>): [number, number][] => [...glyphs].sort(([a], [b]) => a - b);

/** Returns a cmap with a subtable of format 12, and one of format 14 if characters have another glyph when U+FE0F follows. */
export function writeCmap(glyphs: ReadonlyMap<number, number>, variationGlyphs: ReadonlyMap<number, number> = new Map()): Uint8Array {
  const groups = byCode(glyphs).map(([code, glyph]) => [code, code, glyph]);
  const format12 = [...uint16([12, 0]), ...uint32([16 + 12 * groups.length, 0, groups.length, ...groups.flat()])];
  if (variationGlyphs.size === 0) return Uint8Array.from([...uint16([0, 1, 3, 10]), ...uint32([12]), ...format12]);
  const mappings = byCode(variationGlyphs).flatMap(([code, glyph]) => [...uint24(code), ...uint16([glyph])]);
  const variations = [...uint32([1]), ...uint24(0xfe0f), ...uint32([0, 21, variationGlyphs.size]), ...mappings];
  const format14 = [...uint16([14]), ...uint32([6 + variations.length]), ...variations];
  const header = [...uint16([0, 2, 0, 5]), ...uint32([20]), ...uint16([3, 10]), ...uint32([20 + format14.length])];
  return Uint8Array.from([...header, ...format14, ...format12]);
}

export interface SfntMetrics {
  /** Design units per em; the rest is in em. */
  unitsPerEm: number;
  ascent: number;
  descent: number;
  /** @throws if the font has no glyph for the code point */
  advance(codePoint: number): number;
}

export function readMetrics(tables: Tables): SfntMetrics {
  const hhea = toDataView(requireTable(tables, 'hhea'));
  const hmtx = toDataView(requireTable(tables, 'hmtx'));
  const unitsPerEm = toDataView(requireTable(tables, 'head')).getUint16(18);
  const cmap = readCmap(tables);
  const last = hhea.getUint16(34) - 1;
  return {
    unitsPerEm,
    ascent: hhea.getInt16(4) / unitsPerEm,
    descent: -hhea.getInt16(6) / unitsPerEm,
    advance(codePoint) {
      const glyph = cmap.get(codePoint);
      if (glyph === undefined) throw new Error(`The font has no glyph for U+${codePoint.toString(16)}.`);
      return hmtx.getUint16(4 * Math.min(glyph, last)) / unitsPerEm;
    },
  };
}
