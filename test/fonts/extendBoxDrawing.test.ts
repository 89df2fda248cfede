import { describe, expect, it } from 'vitest';
import { createGlyphReader } from '../../src/fonts/glyphTables';
import { readCmap, readTables, toDataView } from '../../src/fonts/sfnt';
import { readFontFile } from '../../src/fonts/subsetFont';
import { FONT_METRICS } from '../../src/terminal/grid';

/** Returns how far glyphs extend below and above the baseline, in em. */
async function extentOf(file: string, characters: string): Promise<Record<string, readonly [below: number, above: number]>> {
  const tables = readTables(await readFontFile(`src/fonts/${file}.woff2`));
  const [cmap, read] = [readCmap(tables), createGlyphReader(tables)];
  return Object.fromEntries(
    Array.from(characters, (char) => {
      const glyph = toDataView(read(cmap.get(char.codePointAt(0)!)!));
      return [char, [-glyph.getInt16(4) / 2048, glyph.getInt16(8) / 2048]];
    }),
  );
}

const [BELOW, ABOVE] = [483 / 2048, 1901 / 2048];

describe.each(['400', '700'])('box drawing in weight %s', (weight) => {
  it('overlaps the next row by FONT_METRICS.overlap', async () => {
    const whole = { ...(await extentOf(`mono-${weight}`, '│├┤▎')), ...(await extentOf(`mono-${weight}-more`, '┃║╋█▌▐')) };
    for (const [char, [below, above]] of Object.entries(whole))
      expect.soft(below + above - FONT_METRICS.lineHeight, char).toBeCloseTo(FONT_METRICS.overlap, 3);
  });

  it('is unchanged at ends that do not connect', async () => {
    const { '╭': top, '╰': bottom } = await extentOf(`mono-${weight}`, '╭╰');
    expect(top![0]).toBeGreaterThan(BELOW);
    expect(top![1]).toBeLessThan(0.5);
    expect(bottom![0]).toBeLessThan(0);
    expect(bottom![1]).toBeGreaterThan(ABOVE);
    // The original composes one half block of the other; they must meet in the middle.
    const { '▀': upper, '▄': lower } = await extentOf(`mono-${weight}-more`, '▀▄');
    expect(-upper![0]).toBe(lower![1]);
  });
});
