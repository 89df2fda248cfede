import { describe, expect, test } from 'vitest';
import { BURST_MS, initialPosition, phaseDuration, reducePosition, type PositionAction, type Position } from '../../src/core/position';
import { TIMELINE } from '../support/timeline';

const MOTION = { timeline: TIMELINE, motion: true, wallTime: 0 };
const STILL = { timeline: TIMELINE, motion: false, wallTime: 0 };
const LAST = TIMELINE.stops.length - 1;

/** Returns a position without a recent press. */
const at = (stop: number, phase: Position['phase'], more: Partial<Position> = {}): Position => ({
  stop,
  phase,
  since: 0,
  arrival: 7,
  ...more,
});
const NOW = 10_000;
const press = (type: Exclude<PositionAction['type'], 'goTo' | 'elapse'>, more: { at?: number; repeat?: boolean } = {}): PositionAction => ({
  type,
  at: NOW,
  ...more,
});

describe('reducePosition', () => {
  test.each<[what: string, from: Position, action: PositionAction, stop: number, phase: Position['phase']]>([
    ['next starts to play the next stop', at(0, 'settled'), press('next'), 1, 'play'],
    ['next starts the transition of a stop that has one', at(1, 'settled'), press('next'), 2, 'enter'],
    ['next settles a stop without motion at once', at(6, 'settled'), press('next'), 7, 'settled'],
    ['next finishes a playing stop', at(0, 'play'), press('next'), 0, 'settled'],
    ['next finishes a transition', at(4, 'enter'), press('next'), 4, 'settled'],
    ['next goes on from a playing stop when the key is held', at(0, 'play'), press('next', { repeat: true }), 1, 'play'],
    ['next goes on from a playing stop within a burst', at(0, 'play', { lastPressAt: NOW - BURST_MS + 1 }), press('next'), 1, 'play'],
    ['next finishes a playing stop when the burst is over', at(0, 'play', { lastPressAt: NOW - BURST_MS }), press('next'), 0, 'settled'],
    ['next on the last stop does nothing', at(LAST, 'settled'), press('next'), LAST, 'settled'],
    ['next on the last stop does nothing when the key is held', at(LAST, 'settled'), press('next', { repeat: true }), LAST, 'settled'],
    ['next finishes the last stop', at(LAST, 'enter'), press('next'), LAST, 'settled'],
    ['prev settles the previous stop', at(5, 'settled'), press('prev'), 4, 'settled'],
    ['prev goes back at once from a playing stop', at(5, 'play'), press('prev'), 4, 'settled'],
    ['prev cancels a transition', at(4, 'enter'), press('prev'), 3, 'settled'],
    ['prev goes to the last stop of the previous scene', at(2, 'settled'), press('prev'), 1, 'settled'],
    ['prev on the first stop does nothing', at(0, 'settled'), press('prev'), 0, 'settled'],
    ['first goes to the first stop', at(9, 'play'), press('first'), 0, 'settled'],
    ['last goes to the last stop', at(3, 'settled'), press('last'), LAST, 'settled'],
    ['nextScene goes from inside a scene to the next scene', at(0, 'play'), press('nextScene'), 2, 'settled'],
    ['nextScene goes from the end of a scene to the next scene', at(1, 'settled'), press('nextScene'), 2, 'settled'],
    ['nextScene goes to the end of the last scene', at(6, 'settled'), press('nextScene'), LAST, 'settled'],
    ['nextScene on the last stop does nothing', at(LAST, 'settled'), press('nextScene'), LAST, 'settled'],
    ['prevScene goes to the start of the current scene', at(8, 'settled'), press('prevScene'), 5, 'settled'],
    ['prevScene goes from the start of a scene to the previous scene', at(5, 'settled'), press('prevScene'), 4, 'settled'],
    ['prevScene goes to the first stop of a previous scene with several', at(2, 'settled'), press('prevScene'), 0, 'settled'],
    ['prevScene on the first stop does nothing', at(0, 'settled'), press('prevScene'), 0, 'settled'],
    ['goTo goes to a stop', at(0, 'play'), { type: 'goTo', stop: 6, at: NOW }, 6, 'settled'],
    ['goTo beyond the end goes to the last stop', at(0, 'settled'), { type: 'goTo', stop: 99, at: NOW }, LAST, 'settled'],
    ['goTo before the start goes to the first stop', at(3, 'settled'), { type: 'goTo', stop: -1, at: NOW }, 0, 'settled'],
    ['elapse plays the stop after its transition', at(4, 'enter'), { type: 'elapse', arrival: 7, phase: 'enter', at: NOW }, 4, 'play'],
    [
      'elapse settles a stop that has only a transition',
      at(2, 'enter'),
      { type: 'elapse', arrival: 7, phase: 'enter', at: NOW },
      2,
      'settled',
    ],
    ['elapse settles a stop that has played', at(4, 'play'), { type: 'elapse', arrival: 7, phase: 'play', at: NOW }, 4, 'settled'],
  ])('%s', (_, from, action, stop, phase) => {
    expect(reducePosition(from, action, MOTION)).toMatchObject({ stop, phase });
  });
});

test.each<[what: string, from: Position, arrival: number, phase: Position['phase']]>([
  ['an earlier arrival', at(4, 'enter'), 6, 'enter'],
  ['a later arrival', at(4, 'enter'), 8, 'enter'],
  ['an earlier phase', at(4, 'play'), 7, 'enter'],
  ['a settled stop', at(4, 'settled'), 7, 'settled'],
])('ignores the timer of %s and returns the same object', (_, from, arrival, phase) => {
  expect(reducePosition(from, { type: 'elapse', arrival, phase, at: NOW }, MOTION)).toBe(from);
});

test('changes the arrival number when a stop is reached or finished, and only then', () => {
  const start = at(5, 'settled');
  expect(reducePosition(start, press('next'), MOTION)).toMatchObject({ arrival: 8, since: NOW, lastPressAt: NOW });
  expect(reducePosition(start, press('prev'), MOTION)).toMatchObject({ arrival: 8, since: NOW, lastPressAt: NOW });
  expect(reducePosition(at(5, 'play'), press('next'), MOTION)).toMatchObject({ stop: 5, arrival: 8 });
  expect(reducePosition(at(LAST, 'settled'), press('next'), MOTION)).toMatchObject({ arrival: 7, since: 0, lastPressAt: NOW });
  expect(reducePosition(at(4, 'enter'), { type: 'elapse', arrival: 7, phase: 'enter', at: NOW }, MOTION)).toMatchObject({
    arrival: 7,
    since: NOW,
  });
});

test('does not count goTo as a press of a burst', () => {
  const jumped = reducePosition(at(0, 'settled', { lastPressAt: 1 }), { type: 'goTo', stop: 3, at: NOW }, MOTION);
  expect(jumped.lastPressAt).toBe(1);
});

test('does not change the previous position', () => {
  const from = Object.freeze(at(0, 'play'));
  reducePosition(from, press('next', { repeat: true }), MOTION);
  expect(from).toEqual(at(0, 'play'));
});

test('settles every stop at once without motion', () => {
  let position = initialPosition(STILL, 0, 0);
  expect(position.phase).toBe('settled');
  for (let stop = 1; stop <= LAST; stop += 1) {
    position = reducePosition(position, press('next', { at: stop * 1000 }), STILL);
    expect(position).toMatchObject({ stop, phase: 'settled' });
  }
});

test('plays the first stop on load and settles any other', () => {
  expect(initialPosition(MOTION, 0, 5)).toEqual({ stop: 0, phase: 'play', since: 5, arrival: 0 });
  expect(initialPosition(MOTION, 3, 5)).toMatchObject({ stop: 3, phase: 'settled' });
  expect(initialPosition(MOTION, 99, 5)).toMatchObject({ stop: LAST, phase: 'settled' });
});

test('skips no stop when each one is finished by a press', () => {
  let position = initialPosition(MOTION, 0, 0);
  for (let time = 1000; position.stop < LAST; time += 1000) {
    const next = reducePosition(position, press('next', { at: time }), MOTION);
    expect(next.stop - position.stop).toBe(position.phase === 'settled' ? 1 : 0);
    position = next;
  }
});

test.each([11, 40].flatMap((count) => [0, 30, 60, 100, 249].map((gap) => [count, gap] as const)))(
  'advances a stop for each of %i presses %i ms apart',
  (count, gap) => {
    let position = at(0, 'settled');
    for (let index = 0; index < count; index += 1) position = reducePosition(position, press('next', { at: NOW + index * gap }), MOTION);
    expect(position.stop).toBe(Math.min(LAST, count));
  },
);

test('returns the duration of each phase', () => {
  expect(phaseDuration(at(4, 'enter'), TIMELINE)).toBe(1500);
  expect(phaseDuration(at(4, 'play'), TIMELINE)).toBe(500);
  expect(phaseDuration(at(4, 'settled'), TIMELINE)).toBeUndefined();
});
