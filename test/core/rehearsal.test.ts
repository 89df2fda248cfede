import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, formatSignedDuration } from '../../src/core/formatDuration';
import {
  secondsBehindPlan,
  parseRehearsal,
  plannedSeconds,
  validateRehearsal,
  secondsPerStop,
  type RehearsalRecord,
} from '../../src/core/rehearsal';
import { stopAt, createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const good: RehearsalRecord = {
  understudy: 'rehearsal',
  version: 1,
  story: 'fake',
  recordedAt: '2026-03-01T09:30:00.000Z',
  seconds: { 's0/0': 12.3 },
};

describe('secondsPerStop', () => {
  it.each([
    ['nothing', [], 5000, {}],
    ['the last stop until the end', [['a/0', 1000]], 3500, { 'a/0': 2.5 }],
    [
      'each until the next',
      [
        ['a/0', 0],
        ['a/1', 1000],
        ['b/0', 1250],
      ],
      2000,
      { 'a/0': 1, 'a/1': 0.3, 'b/0': 0.8 },
    ],
    [
      'the sum of a stop come back to',
      [
        ['a/0', 0],
        ['a/1', 1000],
        ['a/0', 3000],
      ],
      4000,
      { 'a/0': 2, 'a/1': 2 },
    ],
    ['no time backwards', [['a/0', 2000]], 1000, { 'a/0': 0 }],
  ] as const)('counts %s', (_, visits, end, expected) => {
    expect(
      secondsPerStop(
        visits.map(([stop, at]) => ({ stop, at })),
        end,
      ),
    ).toEqual(expected);
  });

  it('adds up to the whole time', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 60_000 })), { minLength: 1 }), (list) => {
        let at = 0;
        const visits = list.map(([stop, ms]) => ({ stop: `a/${stop}`, at: (at += ms) }));
        const total = Object.values(secondsPerStop(visits, at + 1000)).reduce((sum, seconds) => sum + seconds, 0);
        expect(Math.abs(total - (at + 1000 - (visits[0]?.at ?? 0)) / 1000)).toBeLessThan(0.5);
      }),
    );
  });
});

describe('plannedSeconds', () => {
  const timeline = createTimeline(fakeStory([[{ ...fakeStep(), dwell: 20 }, fakeStep({ textLines: ['x'.repeat(170)] })]]), describeFake);
  it.each([
    ['what was recorded', 0, good, 12.3],
    ['else what was planned', 0, undefined, 20],
    ['else the time to read it', 1, good, 10],
  ])('is %s', (_, stop, rehearsal, expected) => {
    expect(plannedSeconds(stopAt(timeline, stop), rehearsal)).toBe(expected);
  });
});

describe('pace', () => {
  const planned = [10, 20, 30];
  it.each([
    ['within the stop', 0, 1, 15, 0],
    ['too long at it', 0, 1, 33, 3],
    ['at it too soon', 0, 2, 22, -8],
    ['begun in the middle', 1, 2, 22, 0],
    ['gone back behind the beginning', 2, 0, 15, 5],
  ])('is right: %s', (_, first, current, elapsed, expected) => {
    expect(secondsBehindPlan(planned, first, current, elapsed)).toBe(expected);
  });
});

describe('parseRehearsal', () => {
  it('accepts what it wrote, and nothing else', () => {
    expect(validateRehearsal({ ...good, extra: 1 }, 'fake')).toEqual({ ok: true, rehearsal: good });
    expect(parseRehearsal(JSON.stringify(good), 'fake')).toEqual({ ok: true, rehearsal: good });
  });

  it.each([
    [null, /"understudy": "rehearsal" is missing/u],
    [[], /is missing/u],
    [{ ...good, understudy: 'story' }, /is missing/u],
    [{ ...good, version: 2 }, /"version" is 2/u],
    [{ ...good, version: undefined }, /"version" is missing/u],
    [{ ...good, story: 7 }, /"story".*not 7/u],
    [{ ...good, story: 'other' }, /another story, "other"; this one is "fake"/u],
    [{ ...good, recordedAt: 'soon' }, /"recordedAt".*not "soon"/u],
    [{ ...good, seconds: [1] }, /"seconds".*not a list/u],
    [{ ...good, seconds: {} }, /lists no stop/u],
    [{ ...good, seconds: { agent: 1 } }, /"agent" names no stop/u],
    [{ ...good, seconds: { 'a/0': '12' } }, /"a\/0" should be a number of seconds, not "12"/u],
    [{ ...good, seconds: { 'a/0': -1 } }, /not -1/u],
    [{ ...good, seconds: { 'a/0': Number.NaN } }, /should be a number/u],
  ])('says what is wrong with %j', (value, message) => {
    const reading = validateRehearsal(value, 'fake');
    expect(reading.ok ? undefined : reading.message).toMatch(message);
  });

  it.each([
    ['', /empty/u],
    ['{', /not JSON/u],
    ['null', /is missing/u],
  ])('says what is wrong with a file that holds %j', (text, message) => {
    const reading = parseRehearsal(text, 'fake');
    expect(reading.ok ? undefined : reading.message).toMatch(message);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void validateRehearsal(value, 'fake')));
    fc.assert(
      fc.property(
        fc.record({
          understudy: fc.constant('rehearsal'),
          version: fc.constant(1),
          story: fc.constant('fake'),
          recordedAt: fc.anything(),
          seconds: fc.anything(),
        }),
        (value) => void validateRehearsal(value),
      ),
    );
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseRehearsal(text, 'fake')));
  });
});

describe('durations', () => {
  it.each([
    [0, '0:00', '0:00'],
    [0.4, '0:00', '0:00'],
    [12.9, '0:12', '+0:13'],
    [-5, '0:00', '−0:05'],
    [61, '1:01', '+1:01'],
    [3723, '1:02:03', '+1:02:03'],
  ])('%d s reads %s, and %s as a difference', (seconds, time, difference) => {
    expect([formatDuration(seconds), formatSignedDuration(seconds)]).toEqual([time, difference]);
  });
});
