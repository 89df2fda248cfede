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

const record: RehearsalRecord = {
  understudy: 'rehearsal',
  version: 1,
  story: 'fake',
  recordedAt: '2026-03-01T09:30:00.000Z',
  seconds: { 's0/0': 12.3 },
};

describe('secondsPerStop', () => {
  it.each([
    ['nothing without a visit', [], 5000, {}],
    ['the last stop up to the end', [['a/0', 1000]], 3500, { 'a/0': 2.5 }],
    [
      'each stop up to the next visit',
      [
        ['a/0', 0],
        ['a/1', 1000],
        ['b/0', 1250],
      ],
      2000,
      { 'a/0': 1, 'a/1': 0.3, 'b/0': 0.8 },
    ],
    [
      'all visits of a stop together',
      [
        ['a/0', 0],
        ['a/1', 1000],
        ['a/0', 3000],
      ],
      4000,
      { 'a/0': 2, 'a/1': 2 },
    ],
    ['0 s when the end is before the visit', [['a/0', 2000]], 1000, { 'a/0': 0 }],
  ] as const)('counts %s', (_, visits, end, expected) => {
    expect(
      secondsPerStop(
        visits.map(([stop, at]) => ({ stop, at })),
        end,
      ),
    ).toEqual(expected);
  });

  it('returns seconds that add up to the whole time', () => {
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
    ['the recorded time', 0, record, 12.3],
    ['the author’s time without a recorded one', 0, undefined, 20],
    ['the reading time without either', 1, record, 10],
  ])('is %s', (_, stop, rehearsal, expected) => {
    expect(plannedSeconds(stopAt(timeline, stop), rehearsal)).toBe(expected);
  });
});

describe('secondsBehindPlan', () => {
  const planned = [10, 20, 30];
  it.each([
    ['0 within the time of the stop', 0, 1, 15, 0],
    ['positive after the time of the stop', 0, 1, 33, 3],
    ['negative before the time of the stop', 0, 2, 22, -8],
    ['0 in time after a start in the middle', 1, 2, 22, 0],
    ['positive at a stop before the first', 2, 0, 15, 5],
  ])('is %s', (_, first, current, elapsed, expected) => {
    expect(secondsBehindPlan(planned, first, current, elapsed)).toBe(expected);
  });
});

describe('parseRehearsal', () => {
  it('accepts a record and drops unknown fields', () => {
    expect(validateRehearsal({ ...record, extra: 1 }, 'fake')).toEqual({ ok: true, rehearsal: record });
    expect(parseRehearsal(JSON.stringify(record), 'fake')).toEqual({ ok: true, rehearsal: record });
  });

  it.each([
    [null, /"understudy": "rehearsal" is missing/u],
    [[], /is missing/u],
    [{ ...record, understudy: 'story' }, /is missing/u],
    [{ ...record, version: 2 }, /"version" is 2/u],
    [{ ...record, version: undefined }, /"version" is missing/u],
    [{ ...record, story: 7 }, /"story".*not 7/u],
    [{ ...record, story: 'other' }, /another story, "other"; this one is "fake"/u],
    [{ ...record, recordedAt: 'soon' }, /"recordedAt".*not "soon"/u],
    [{ ...record, seconds: [1] }, /"seconds".*not a list/u],
    [{ ...record, seconds: {} }, /lists no stop/u],
    [{ ...record, seconds: { agent: 1 } }, /"agent" names no stop/u],
    [{ ...record, seconds: { 'a/0': '12' } }, /"a\/0" should be a number of seconds, not "12"/u],
    [{ ...record, seconds: { 'a/0': -1 } }, /not -1/u],
    [{ ...record, seconds: { 'a/0': Number.NaN } }, /should be a number/u],
  ])('returns a message about the error in %j', (value, message) => {
    const result = validateRehearsal(value, 'fake');
    expect(result.ok ? undefined : result.message).toMatch(message);
  });

  it.each([
    ['', /empty/u],
    ['{', /not JSON/u],
    ['null', /is missing/u],
  ])('returns a message about the error in a file with the text %j', (text, message) => {
    const result = parseRehearsal(text, 'fake');
    expect(result.ok ? undefined : result.message).toMatch(message);
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

describe('formatDuration and formatSignedDuration', () => {
  it.each([
    [0, '0:00', '0:00'],
    [0.4, '0:00', '0:00'],
    [12.9, '0:12', '+0:13'],
    [-5, '0:00', '−0:05'],
    [61, '1:01', '+1:01'],
    [3723, '1:02:03', '+1:02:03'],
  ])('format %d s as %s, and as %s with a sign', (seconds, time, difference) => {
    expect([formatDuration(seconds), formatSignedDuration(seconds)]).toEqual([time, difference]);
  });
});
