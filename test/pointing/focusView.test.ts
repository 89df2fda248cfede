import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withMargin, zoomTo } from '../../src/pointing/focusView';

const area = fc
  .record({ x: fc.double({ min: 0, max: 0.95, noNaN: true }), y: fc.double({ min: 0, max: 0.95, noNaN: true }) })
  .chain(({ x, y }) =>
    fc.record({
      x: fc.constant(x),
      y: fc.constant(y),
      width: fc.double({ min: 0.001, max: 1 - x, noNaN: true }),
      height: fc.double({ min: 0.001, max: 1 - y, noNaN: true }),
    }),
  );

describe('zoomTo', () => {
  it('puts a small area in the middle', () => {
    const { x, y, factor } = zoomTo({ x: 0.4, y: 0.3, width: 0.2, height: 0.1 });
    expect(factor).toBe(4);
    expect(x + (0.5 - x) * factor).toBeCloseTo(0.5);
    expect(y + (0.35 - y) * factor).toBeCloseTo(0.5);
  });
  it('shows an area whole wherever it is, and nothing beyond the stage', () => {
    fc.assert(
      fc.property(area, (each) => {
        const { x, y, factor } = zoomTo(each);
        const shown = (from: number, at: number): number => from + (at - from) * factor;
        for (const fixed of [x, y]) {
          expect(fixed).toBeGreaterThanOrEqual(0);
          expect(fixed).toBeLessThanOrEqual(1);
        }
        const fits = each.width * factor <= 1 && each.height * factor <= 1;
        if (!fits) return;
        expect(shown(x, each.x)).toBeGreaterThanOrEqual(-1e-9);
        expect(shown(x, each.x + each.width)).toBeLessThanOrEqual(1 + 1e-9);
        expect(shown(y, each.y)).toBeGreaterThanOrEqual(-1e-9);
        expect(shown(y, each.y + each.height)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('withMargin', () => {
  it('adds the same space in both directions, as far as the stage goes', () => {
    const { x, y, width, height } = withMargin({ x: 0.5, y: 0, width: 0.1, height: 0.1 }, 0.02, 2);
    expect([x, y, width, height].map((each) => Math.round(each * 1000) / 1000)).toEqual([0.49, 0, 0.12, 0.12]);
  });
});
