import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  snapFontSize,
  FONT_METRICS,
  gridFor,
  PANE_WIDE_FROM,
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
  ])('has 92 columns on %s', (_, width, height) => {
    expect(gridFor(width, height).cols).toBe(WIDE_COLS);
  });

  it('has 48 columns on a portrait phone, at 12 px or more', () => {
    expect(gridFor(366, 640)).toEqual({ cols: NARROW_COLS, fontSize: 12.5 });
  });

  it('has the columns of a phone in a pane that is nearly square, whose words are large then', () => {
    expect(gridFor(900, 800, 1, PANE_WIDE_FROM)).toEqual({ cols: NARROW_COLS, fontSize: 31 });
    expect(gridFor(1000, 800, 1, PANE_WIDE_FROM).cols).toBe(WIDE_COLS);
  });

  it('fits the columns, and in landscape the rows unless the font size is the minimum', () => {
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

describe('fontSizeForGrid', () => {
  it('returns the largest size at which all cells fit', () => {
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

describe('snapFontSize', () => {
  const [ascent, descent] = [1901 / 2048, 483 / 2048];
  /** Chromium and WebKit round ascent and descent, Firefox rounds their sum up; xterm.js rounds up to device pixels. */
  const ROUNDINGS: readonly (readonly [name: string, line: (fontSize: number) => number])[] = [
    ['each part to the nearest', (size) => Math.round(size * ascent) + Math.round(size * descent)],
    ['up', (size) => Math.ceil(size * FONT_METRICS.lineHeight)],
  ];

  it.each(ROUNDINGS)('returns a size at most 1 px smaller whose rows leave no gap, for a browser that rounds %s', (_, rowHeightAt) => {
    fc.assert(
      fc.property(fc.integer({ min: MIN_FONT_SIZE / FONT_SIZE_STEP, max: 400 }), (steps) => {
        const fontSize = steps * FONT_SIZE_STEP;
        const size = snapFontSize(fontSize, rowHeightAt, 1);
        expect(fontSize - size).toBeGreaterThanOrEqual(0);
        expect(fontSize - size).toBeLessThanOrEqual(1);
        if (fontSize >= MIN_FONT_SIZE + 1) expect(rowHeightAt(size) - size * FONT_METRICS.lineHeight).toBeLessThan(0.5);
        if (rowHeightAt(fontSize) - fontSize * FONT_METRICS.lineHeight < 0.5) expect(size).toBe(fontSize);
      }),
    );
  });

  it.each([
    ['1280×720 at 150%', 21.25, 1.5, 21],
    ['1536×864 at 125%', 25.75, 1.25, 25.25],
    ['1440×900', 24.25, 1, 24],
    ['1366×768', 22.75, 1, 22.75],
    ['1280×800 at 200%', 21.5, 2, 21.5],
  ])('rounds in device pixels: %s', (_, fontSize, ratio, size) => {
    const line = ROUNDINGS[0]![1];
    expect(snapFontSize(fontSize, (each) => Math.ceil(line(each) * ratio) / ratio, 1 / ratio)).toBe(size);
  });

  it('returns the best size if none leaves no gap, and sizes at or below the minimum unchanged', () => {
    expect(snapFontSize(22.75, (size) => (size === 22.25 ? 27 : size * 2), 1)).toBe(22.25);
    expect(snapFontSize(MIN_FONT_SIZE, (size) => size * 2, 1)).toBe(MIN_FONT_SIZE);
    expect(snapFontSize(4, () => 6, 1)).toBe(4);
  });

  it.each(ROUNDINGS)(
    'leaves gaps that box-drawing lines cover at every zoom from 50 to 300 %%, for a browser that rounds %s',
    (_, line) => {
      const gaps: string[] = [];
      for (let zoom = 50; zoom <= 300; zoom += 1) {
        const pixel = 100 / zoom;
        const rowHeightAt = (size: number): number => Math.ceil(line(size) / pixel) * pixel;
        // Fonts of 12 to 70 device pixels.
        for (let wanted = 12; wanted <= 70; wanted += 0.5) {
          const size = snapFontSize(
            Math.max(MIN_FONT_SIZE, Math.floor((wanted * pixel) / FONT_SIZE_STEP) * FONT_SIZE_STEP),
            rowHeightAt,
            pixel,
          );
          const overlap = (size * (FONT_METRICS.lineHeight + FONT_METRICS.overlap) - rowHeightAt(size)) / pixel;
          // Lines that only touch would be blended with the background; lines that overlap by a pixel are not.
          if (overlap <= (size / pixel < 17 ? 0.4 : 1)) gaps.push(`${zoom} %, font of ${wanted} px: ${overlap}`);
        }
      }
      expect(gaps).toEqual([]);
    },
  );
});
