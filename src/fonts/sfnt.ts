/**
 * Just enough of the OpenType container to take a font apart and put it back together.
 * The general subsetter drops colour tables, and coverage must be read from what was really built.
 */

export type Tables = Map<string, Uint8Array>;

export function toDataView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A table the caller cannot do without; naming it beats an undefined deep inside a parser. */
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

const alignTo4 = (length: number): number => (length + 3) & ~3;

function checksum(bytes: Uint8Array): number {
  const whole = new Uint8Array(alignTo4(bytes.length));
  whole.set(bytes);
  const data = toDataView(whole);
  let sum = 0;
  for (let i = 0; i < whole.length; i += 4) sum = (sum + data.getUint32(i)) >>> 0;
  return sum;
}

/** Tables in tag order with fresh checksums, as font sanitizers expect. */
export function writeFont(tables: Tables): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = entries.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const size = entries.reduce((sum, [, bytes]) => sum + alignTo4(bytes.length), 12 + 16 * count);
  const font = new Uint8Array(size);
  const data = toDataView(font);
  data.setUint32(0, 0x00010000);
  data.setUint16(4, count);
  data.setUint16(6, power * 16);
  data.setUint16(8, Math.log2(power));
  data.setUint16(10, (count - power) * 16);

  let offset = 12 + 16 * count;
  let head = 0;
  entries.forEach(([tag, bytes], i) => {
    const record = 12 + 16 * i;
    font.set(bytes, offset);
    if (tag === 'head') {
      head = offset;
      data.setUint32(head + 8, 0);
    }
    for (let c = 0; c < 4; c++) data.setUint8(record + c, tag.charCodeAt(c));
    data.setUint32(record + 4, checksum(font.subarray(offset, offset + bytes.length)));
    data.setUint32(record + 8, offset);
    data.setUint32(record + 12, bytes.length);
    offset += alignTo4(bytes.length);
  });
  data.setUint32(head + 8, (0xb1b0afba - checksum(font)) >>> 0);
  return font;
}

/** Code point → glyph, from every Unicode subtable of the two formats in use today (4 and 12). */
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
        for (let code = first; code <= cmap.getUint32(group + 4); code++) {
          add(code, cmap.getUint32(group + 8) + code - first);
        }
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

/**
 * A cmap with one subtable of format 12, which reaches the emoji planes and which every browser reads; and where characters
 * have another glyph with U+FE0F behind them, one of format 14.
 */
export function writeCmap(glyphs: ReadonlyMap<number, number>, variationGlyphs: ReadonlyMap<number, number> = new Map()): Uint8Array {
  const subtables = [
    ...(variationGlyphs.size > 0 ? [{ platform: 0, encoding: 5, bytes: cmapFormat14(variationGlyphs) }] : []),
    { platform: 3, encoding: 10, bytes: cmapFormat12(glyphs) },
  ];
  const head = 4 + 8 * subtables.length;
  const bytes = new Uint8Array(head + subtables.reduce((sum, each) => sum + each.bytes.length, 0));
  const data = toDataView(bytes);
  data.setUint16(2, subtables.length);
  let at = head;
  subtables.forEach(({ platform, encoding, bytes: each }, i) => {
    data.setUint16(4 + 8 * i, platform);
    data.setUint16(6 + 8 * i, encoding);
    data.setUint32(8 + 8 * i, at);
    bytes.set(each, at);
    at += each.length;
  });
  return bytes;
}

function cmapFormat12(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const pairs = [...glyphs].sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(16 + 12 * pairs.length);
  const data = toDataView(bytes);
  data.setUint16(0, 12);
  data.setUint32(4, bytes.length);
  data.setUint32(12, pairs.length);
  pairs.forEach(([code, glyph], i) => {
    data.setUint32(16 + 12 * i, code);
    data.setUint32(20 + 12 * i, code);
    data.setUint32(24 + 12 * i, glyph);
  });
  return bytes;
}

function cmapFormat14(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const pairs = [...glyphs].sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(25 + 5 * pairs.length);
  const data = toDataView(bytes);
  const setCode = (at: number, code: number): void => {
    data.setUint8(at, code >> 16);
    data.setUint16(at + 1, code & 0xffff);
  };
  data.setUint16(0, 14);
  data.setUint32(2, bytes.length);
  data.setUint32(6, 1);
  setCode(10, 0xfe0f);
  data.setUint32(17, 21);
  data.setUint32(21, pairs.length);
  pairs.forEach(([code, glyph], i) => {
    setCode(25 + 5 * i, code);
    data.setUint16(28 + 5 * i, glyph);
  });
  return bytes;
}

export interface SfntMetrics {
  /** Design units per em; the rest is in em. */
  unitsPerEm: number;
  ascent: number;
  descent: number;
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
