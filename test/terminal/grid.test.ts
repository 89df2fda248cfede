import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  snapFontSize,
  FONT_METRICS,
  gridFor,
  MIN_FONT_SIZE,
  MIN_ROWS,
  NARROW_COLS,
  fontSizeForGrid,
  FONT_SIZE_STEP,
  WIDE_COLS,
} from '../../src/terminal/grid';

describe('gridFor', () => {
  it.each([
    ['1920×1080', 1830, 890],
    ['1366×768', 1300, 630],
    ['1024×768', 960, 640],
    ['2560×1080', 1900, 890],
    ['3840×2160', 3660, 1780],
  ])('has the same columns on %s, so that lines wrap at the same words', (_, width, height) => {
    expect(gridFor(width, height).cols).toBe(WIDE_COLS);
  });

  it('has fewer columns on a portrait phone, at 12px or more', () => {
    expect(gridFor(366, 640)).toEqual({ cols: NARROW_COLS, fontSize: 12.5 });
  });

  it('always fits its columns, and its rows too in landscape, unless the type is as small as it gets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 120, max: 2200 }), (width, height) => {
        const { cols, fontSize } = gridFor(width, height);
        expect(fontSize).toBeGreaterThanOrEqual(MIN_FONT_SIZE);
        if (cols > 20) expect(cols * fontSize * FONT_METRICS.advance).toBeLessThanOrEqual(width + 0.001);
        if (width >= height && fontSize > MIN_FONT_SIZE)
          expect(MIN_ROWS * fontSize * FONT_METRICS.lineHeight).toBeLessThanOrEqual(height + 0.001);
      }),
    );
  });
});

describe('sizeFor', () => {
  it('is the largest size at which all cells of a recording fit', () => {
    const [size, cells] = [fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 10, max: 200 })];
    fc.assert(
      fc.property(size, size, cells, cells, (width, height, cols, rows) => {
        const fontSize = fontSizeForGrid(width, height, { cols, rows });
        const fits = (font: number): boolean =>
          cols * font * FONT_METRICS.advance <= width && rows * font * FONT_METRICS.lineHeight <= height;
        expect(fits(fontSize)).toBe(true);
        expect(fits(fontSize + FONT_SIZE_STEP)).toBe(false);
      }),
    );
  });
});

describe('closeRows', () => {
  const [ascent, descent] = [1901 / 2048, 483 / 2048];
  /** Chromium and WebKit round the two parts of a line, Firefox the whole of it up; xterm.js rounds up to whole pixels of the screen. */
  const ROUNDINGS: readonly (readonly [name: string, line: (fontSize: number) => number])[] = [
    ['each part to the nearest', (size) => Math.round(size * ascent) + Math.round(size * descent)],
    ['up', (size) => Math.ceil(size * FONT_METRICS.lineHeight)],
  ];

  it.each(ROUNDINGS)('finds a size close by whose rows leave no seam, where a browser rounds %s', (_, rowOf) => {
    fc.assert(
      fc.property(fc.integer({ min: MIN_FONT_SIZE / FONT_SIZE_STEP, max: 400 }), (steps) => {
        const fontSize = steps * FONT_SIZE_STEP;
        const size = snapFontSize(fontSize, rowOf, 1);
        expect(fontSize - size).toBeGreaterThanOrEqual(0);
        expect(fontSize - size).toBeLessThanOrEqual(1);
        if (fontSize >= MIN_FONT_SIZE + 1) expect(rowOf(size) - size * FONT_METRICS.lineHeight).toBeLessThan(0.5);
        if (rowOf(fontSize) - fontSize * FONT_METRICS.lineHeight < 0.5) expect(size).toBe(fontSize);
      }),
    );
  });

  it.each([
    ['1280×720 at 150%', 21.25, 1.5, 21],
    ['1536×864 at 125%', 25.75, 1.25, 25.25],
    ['1440×900', 24.25, 1, 24],
    ['1366×768', 22.75, 1, 22.75],
    ['1280×800 at 200%', 21.5, 2, 21.5],
  ])('counts in pixels of the screen: %s', (_, fontSize, ratio, size) => {
    const line = ROUNDINGS[0]![1];
    expect(snapFontSize(fontSize, (each) => Math.ceil(line(each) * ratio) / ratio, 1 / ratio)).toBe(size);
  });

  it('takes the closest where rows of every size near are too tall, and leaves a size below the smallest as it is', () => {
    expect(snapFontSize(22.75, (size) => (size === 22.25 ? 27 : size * 2), 1)).toBe(22.25);
    expect(snapFontSize(MIN_FONT_SIZE, (size) => size * 2, 1)).toBe(MIN_FONT_SIZE);
    expect(snapFontSize(4, () => 6, 1)).toBe(4);
  });

  it.each(ROUNDINGS)('leaves less than boxes reach over, at every zoom from 50 to 300 %%, where a browser rounds %s', (_, line) => {
    const seams: string[] = [];
    for (let zoom = 50; zoom <= 300; zoom += 1) {
      const pixel = 100 / zoom;
      const rowOf = (size: number): number => Math.ceil(line(size) / pixel) * pixel;
      // Type of 12 to 70 pixels of the screen, in the sizes CSS pixels leave.
      for (let wanted = 12; wanted <= 70; wanted += 0.5) {
        const size = snapFontSize(Math.max(MIN_FONT_SIZE, Math.floor((wanted * pixel) / FONT_SIZE_STEP) * FONT_SIZE_STEP), rowOf, pixel);
        const overlap = (size * (FONT_METRICS.lineHeight + FONT_METRICS.overlap) - rowOf(size)) / pixel;
        // What only touches would be blended with what is behind; from a pixel on, nothing is.
        if (overlap <= (size / pixel < 17 ? 0.4 : 1)) seams.push(`${zoom} %, type of ${wanted} px: ${overlap}`);
      }
    }
    expect(seams).toEqual([]);
  });
});
