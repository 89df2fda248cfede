import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceAt } from '../../src/core/pace';
import { countBlack, elapsedSeconds, NOT_STARTED, parseTimer, startTimer, type TalkTimer } from '../../src/core/talkTimer';

const since = (startedAt: number | undefined, rest: Partial<TalkTimer> = {}): TalkTimer => ({ ...NOT_STARTED, startedAt, ...rest });

describe('elapsedSeconds', () => {
  it.each<[string, Partial<TalkTimer>, number, number, number]>([
    // timer, now, seconds, seconds without black
    ['before the talk', since(undefined), 50_000, 0, 0],
    ['at its beginning', since(50_000), 50_000, 0, 0],
    ['after 7.9 s', since(50_000), 57_900, 7, 7],
    ['with a clock that was put back', since(50_000), 20_000, 0, 0],
    ['after 4 s of black', since(50_000, { blackMs: 4000 }), 60_000, 10, 6],
    ['while it is black since 3 s', since(50_000, { blackMs: 4000, blackSince: 57_000 }), 60_000, 10, 3],
    ['of a stage that sends no time of black', { startedAt: 50_000 }, 60_000, 10, 10],
  ])('%s', (_, timer, now, seconds, withoutBlack) => {
    expect([elapsedSeconds(timer, now), elapsedSeconds(timer, now, false)]).toEqual([seconds, withoutBlack]);
  });

  it('is on time at every stop of a talk that follows its plan, the first stop included', () => {
    const plan = { seconds: [30, 40, 30, 20], rehearsed: false };
    let now = 1_000_000;
    const timer = startTimer(NOT_STARTED, now);
    plan.seconds.forEach((seconds, stop) => {
      expect(paceAt(plan, stop, elapsedSeconds(timer, now)).ahead).toBe(0);
      now += seconds * 1000;
      expect(paceAt(plan, stop, elapsedSeconds(timer, now)).ahead).toBe(0);
    });
    expect(elapsedSeconds(timer, now)).toBe(120);
  });
});

const periods = fc.array(fc.record({ isBlack: fc.boolean(), ms: fc.nat(60_000) }), { maxLength: 30 });

describe('countBlack', () => {
  it('adds up the time for which the room is black, and stands still meanwhile', () => {
    fc.assert(
      fc.property(periods, (list) => {
        let timer = startTimer(NOT_STARTED, 1_000_000);
        let [now, open] = [1_000_000, 0];
        for (const { isBlack, ms } of list) {
          timer = countBlack(timer, isBlack, now);
          const before = elapsedSeconds(timer, now, false);
          now += ms;
          if (!isBlack) open += ms;
          if (isBlack) expect(elapsedSeconds(timer, now, false)).toBe(before);
          expect(elapsedSeconds(timer, now, false)).toBe(Math.floor(open / 1000));
          expect(elapsedSeconds(timer, now)).toBe(Math.floor((now - 1_000_000) / 1000));
        }
      }),
    );
  });

  it('counts nothing before the talk, and returns the same object when nothing changes', () => {
    const state = since(undefined);
    expect(countBlack(state, true, 5)).toBe(state);
    const running = since(5);
    expect(countBlack(running, false, 9)).toBe(running);
  });
});

describe('parseTimer', () => {
  it('restores a timer after a reload, whose page is not black any more', () => {
    expect(parseTimer({ startedAt: 5000, blackMs: 100, blackSince: 9000 }, 9500)).toEqual(since(5000, { blackMs: 600 }));
    expect(parseTimer({ startedAt: 5000 }, 9500)).toEqual(since(5000));
  });

  it.each([undefined, null, 'x', {}, { startedAt: 'x' }, { startedAt: Number.NaN, blackMs: 5 }, { startedAt: -1 }])(
    'takes %j as not started',
    (stored) => expect(parseTimer(stored, 5)).toEqual(NOT_STARTED),
  );

  it('never throws, and elapsedSeconds of it is a number', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (startedAt, blackMs, blackSince) => {
        expect(elapsedSeconds(parseTimer({ startedAt, blackMs, blackSince }, 1e12), 1e12, false)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
