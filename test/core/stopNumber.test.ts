import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchStops, buildSearchIndex } from '../../src/core/searchStops';
import { formatHash, parseHash } from '../../src/core/stopHash';
import { formatStopNumber, parseStopNumber, stopIndexForNumber, stopKey } from '../../src/core/stopNumber';
import { TIMELINE } from '../support/timeline';

it('makes a stop key of the scene’s id and the step', () => {
  expect(stopKey(TIMELINE.stops[1]!)).toBe('agent/1');
});

describe('stop numbers', () => {
  it.each(TIMELINE.stops.map((stop) => [formatStopNumber(stop), stop] as const))(
    '%s is parsed, typed and found as the same stop',
    (number, stop) => {
      expect(stopIndexForNumber(TIMELINE, number)).toBe(stop.index);
      expect(searchStops(buildSearchIndex(TIMELINE), number)[0]?.stop).toBe(stop);
      expect(parseStopNumber(number)).toEqual({ scene: stop.sceneIndex, step: stop.step });
      expect(parseHash(TIMELINE, formatHash(TIMELINE, stop.index))).toBe(stop.index);
    },
  );

  it('counts from 1, and the hash counts from 0', () => {
    expect(formatStopNumber(TIMELINE.stops[8]!)).toBe('5.4');
    expect(formatHash(TIMELINE, 8)).toBe('#/comparison/3');
  });

  it.each([
    ['5', 5],
    ['5.', 5],
    ['5.3', 7],
    ['05.03', 7],
    ['5.99', 11],
    ['99', 5],
    ['0', 0],
    ['0.0', 0],
    ['5.0', 5],
    ['', 0],
    ['x', 0],
  ])('%j leads to stop %i, the nearest stop', (text, stop) => {
    expect(stopIndexForNumber(TIMELINE, text)).toBe(stop);
  });

  it('never throws, and returns an existing stop', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.]{0,9}$/u)), (text) => {
        expect(TIMELINE.stops[stopIndexForNumber(TIMELINE, text)]).toBeDefined();
      }),
    );
  });
});
