import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INK_COLOURS, INK_LIMITS, parseInk, parsePointing, type PointingAction } from '../../src/core/pointing';
import { withAction } from '../../src/pointing/pointingLink';
import { INITIAL_POINTING, reducePointing, type PointingState } from '../../src/pointing/pointingState';

const apply = (actions: readonly PointingAction[], state: PointingState = INITIAL_POINTING): PointingState =>
  actions.reduce(reducePointing, state);
const draw = (id: string, points: readonly number[], straight = false, stop = 'agent/1'): PointingAction => ({
  type: 'draw',
  stop,
  id,
  colour: 'blue',
  straight,
  points,
});
const pointsOf = (state: PointingState, stop = 'agent/1') => state.ink[stop]?.map(({ points }) => points);

describe('the pen', () => {
  it('continues a stroke, and begins another one', () => {
    expect(pointsOf(apply([draw('a', [1, 2]), draw('a', [3, 4]), draw('b', [5, 6])]))).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });
  it('keeps the first and the last point of a straight line', () => {
    expect(pointsOf(apply([draw('a', [1, 2], true), draw('a', [3, 4], true), draw('a', [5, 6, 7, 8], true)]))).toEqual([[1, 2, 7, 8]]);
  });
  it('draws two strokes of two windows at once', () => {
    expect(pointsOf(apply([draw('a', [1, 1]), draw('b', [9, 9]), draw('a', [2, 2])]))).toEqual([
      [1, 1, 2, 2],
      [9, 9],
    ]);
  });
  it('undoes stroke by stroke, and brings back what was cleared', () => {
    const drawn = apply([draw('a', [1, 2]), draw('b', [3, 4])]);
    const undo: PointingAction = { type: 'undo', stop: 'agent/1' };
    expect(pointsOf(apply([undo], drawn))).toEqual([[1, 2]]);
    expect(pointsOf(apply([undo, undo, undo], drawn))).toEqual([]);
    const cleared = apply([{ type: 'clear', stop: 'agent/1' }], drawn);
    expect(pointsOf(cleared)).toBeUndefined();
    expect(pointsOf(apply([undo], cleared))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(pointsOf(apply([draw('c', [5, 6]), undo, undo], cleared))).toEqual([]);
  });
  it('leaves the ink of other stops alone', () => {
    const both = apply([draw('a', [1, 2]), draw('b', [3, 4], false, 'agent/2'), { type: 'clear', stop: 'agent/1' }]);
    expect(pointsOf(both, 'agent/2')).toEqual([[3, 4]]);
  });
  it('stops at its limits', () => {
    const full = apply(Array.from({ length: INK_LIMITS.strokesPerStop + 5 }, (_, at) => draw(`s${at}`, [at, at])));
    expect(full.ink['agent/1']).toHaveLength(INK_LIMITS.strokesPerStop);
    const long = apply(Array.from({ length: 60 }, () => draw('a', Array<number>(100).fill(1))));
    expect(long.ink['agent/1']?.[0]?.points).toHaveLength(INK_LIMITS.numbersPerStroke);
  });
});

const action = fc.oneof<fc.Arbitrary<PointingAction>[]>(
  fc.record({ type: fc.constant('move' as const), x: fc.float({ noNaN: true }), y: fc.float({ noNaN: true }) }),
  fc.constant({ type: 'hide' }),
  fc.record({ type: fc.constant('radius' as const), value: fc.float({ noNaN: true }) }),
  fc.record({ type: fc.constant('factor' as const), value: fc.float({ noNaN: true }) }),
  fc.record({ type: fc.constantFrom('undo' as const, 'clear' as const), stop: fc.constantFrom('a/1', 'b/2') }),
  fc.record({
    type: fc.constant('draw' as const),
    stop: fc.constantFrom('a/1', 'b/2'),
    id: fc.constantFrom('x', 'y', 'z'),
    colour: fc.constantFrom(...INK_COLOURS),
    straight: fc.boolean(),
    points: fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 2, maxLength: 8 }).map((all) => all.slice(0, all.length & ~1)),
  }),
);

describe('reducePointing', () => {
  it('stays within what other windows accept', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const { x, y, radius, factor, ink } = apply(actions);
        const told: PointingAction[] = [
          { type: 'move', x, y },
          { type: 'radius', value: radius },
          { type: 'factor', value: factor },
        ];
        expect(parsePointing(told)).toEqual(told);
        expect(parseInk(ink)).toEqual(ink);
      }),
    );
  });
  it('ends in the same state when the actions of a frame are put together', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const { moves: _, ...apart } = apply(actions);
        const { moves: __, ...together } = apply(actions.reduce<readonly PointingAction[]>(withAction, []));
        expect(together).toEqual(apart);
      }),
    );
  });
});
