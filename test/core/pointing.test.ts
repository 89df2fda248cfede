import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTOR_RANGE, INK_COLOURS, INK_LIMITS, parseInk, parsePointing, RADIUS_RANGE, type PointingAction } from '../../src/core/pointing';

const stroke = { id: 'a1', colour: 'blue', straight: false, points: [0, 10, 20.5, 30] } as const;

const VALID: readonly PointingAction[] = [
  { type: 'move', x: 0, y: 1 },
  { type: 'hide' },
  { type: 'ask' },
  { type: 'radius', value: RADIUS_RANGE[0] },
  { type: 'factor', value: FACTOR_RANGE[1] },
  { type: 'pen', colour: INK_COLOURS[0], straight: true },
  { type: 'draw', stop: 'agent/3', ...stroke },
  { type: 'undo', stop: 'agent/3' },
  { type: 'clear', stop: 'what-if/0' },
  { type: 'ink', ink: { 'agent/3': [stroke] } },
  { type: 'screen', width: 1920, height: 980, bar: 100, textScale: 1.2 },
  { type: 'lit', area: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } },
  { type: 'lit', area: undefined },
];

describe('parsePointing', () => {
  it.each(VALID.map((action) => [action.type, action] as const))('accepts %s', (_, action) => {
    expect(parsePointing(structuredClone([action]))).toEqual([action]);
  });

  it.each<[string, unknown]>([
    ['a place outside the stage', { type: 'move', x: 1.1, y: 0 }],
    ['a place that is no number', { type: 'move', x: Number.NaN, y: 0 }],
    ['a place in words', { type: 'move', x: '0.5', y: 0.5 }],
    ['an infinite size', { type: 'radius', value: Number.POSITIVE_INFINITY }],
    ['too much zoom', { type: 'factor', value: 40 }],
    ['an unknown colour', { type: 'pen', colour: 'url(x)', straight: true }],
    ['a stroke without points', { type: 'draw', stop: 'agent/3', ...stroke, points: [] }],
    ['half a point', { type: 'draw', stop: 'agent/3', ...stroke, points: [1] }],
    ['a stroke that is too long', { type: 'draw', stop: 'agent/3', ...stroke, points: Array(INK_LIMITS.numbersPerStroke + 2).fill(0) }],
    ['a stroke far away', { type: 'draw', stop: 'agent/3', ...stroke, points: [0, 1e9] }],
    ['the name of a prototype', { type: 'clear', stop: '__proto__' }],
    ['too many strokes', { type: 'ink', ink: { 'agent/3': Array.from({ length: INK_LIMITS.strokesPerStop + 1 }, () => stroke) } }],
    ['a screen without size', { type: 'screen', width: 0, height: 0, bar: 0, textScale: 1 }],
    ['an unknown action', { type: 'eval' }],
    ['nothing', null],
  ])('leaves out %s', (_, action) => {
    expect(parsePointing([action, { type: 'hide' }])).toEqual([{ type: 'hide' }]);
  });

  it('never throws, and returns only what it would accept again', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (any, list) => {
        expect(parsePointing(any)).toBeInstanceOf(Array);
        const parsed = parsePointing(list);
        expect(parsePointing(parsed)).toEqual(parsed);
        expect(() => parseInk(any)).not.toThrow();
      }),
    );
  });
});
