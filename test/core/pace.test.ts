import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pace, planOf, type Plan } from '../../src/core/pace';
import type { Timeline } from '../../src/core/timeline';
import { demoTimeline } from '../support/demo';
import { TIMELINE } from '../support/timeline';

const PLAN: Plan = { seconds: [30, 40, 30, 20], rehearsed: false };

describe('pace', () => {
  it.each([
    // stop, elapsed, arrives, leaves, ahead, remaining
    [0, 0, 0, 0, 0, 90],
    [0, 10, 0, 0, -10, 90],
    [1, 0, 0, 40, 0, 90],
    [1, 40, 0, 40, 0, 50],
    [1, 41, 0, 40, -1, 50],
    [2, 35, 40, 70, 5, 50],
    [2, 55, 40, 70, 0, 35],
    [3, 90, 70, 90, 0, 0],
    [3, 100, 70, 90, -10, 0],
  ])('at stop %i after %i s: planned from %i to %i, %i s ahead, %i s to go', (stop, elapsed, plannedAtStop, plannedAtNext, ahead, remaining) => {
    expect(pace(PLAN, stop, elapsed)).toEqual({ plannedAtStop, plannedAtNext, ahead, remaining, total: 90 });
  });

  it('keeps to the stops there are', () => {
    expect(pace(PLAN, 99, 80)).toEqual(pace(PLAN, 3, 80));
    expect(pace(PLAN, -1, 0)).toEqual(pace(PLAN, 0, 0));
    expect(pace({ seconds: [], rehearsed: false }, 0, 5)).toMatchObject({ total: 0, ahead: -5 });
  });

  const plans = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 40 });
  it('holds together for every plan', () => {
    fc.assert(
      fc.property(plans, fc.nat(50), fc.nat(10_000), (seconds, at, elapsed) => {
        const plan = { seconds, rehearsed: false };
        const stop = at % seconds.length;
        const now = pace(plan, stop, elapsed);
        expect(now.plannedAtNext).toBe(stop + 1 < seconds.length ? pace(plan, stop + 1, elapsed).plannedAtStop : now.total);
        expect(now.ahead === 0).toBe(elapsed >= now.plannedAtStop && elapsed <= now.plannedAtNext);
        expect(now.remaining).toBeGreaterThanOrEqual(0);
        expect(now.remaining).toBeLessThanOrEqual(now.total);
        // Time passes: nobody gets further ahead by waiting.
        expect(pace(plan, stop, elapsed + 1).ahead).toBeLessThanOrEqual(now.ahead);
      }),
    );
  });
});

describe('planOf', () => {
  let demo: Timeline;
  beforeAll(async () => {
    demo = await demoTimeline();
  });

  it('is what the author planned', () => {
    expect(planOf(demo)).toEqual({ seconds: demo.stops.map(({ source }) => source.dwell), rehearsed: false });
  });

  it('is the time it takes to read where nobody planned anything', () => {
    expect(planOf(TIMELINE).seconds.every((seconds) => seconds > 0)).toBe(true);
  });

  it('is what a rehearsal took, where there was one', () => {
    const rehearsal = { understudy: 'rehearsal', version: 1, story: demo.story.id, recordedAt: '2026-01-02T03:04:05Z', seconds: { 'agent/1': 12.5, 'comparison/6': 99 } };
    const { seconds, rehearsed } = planOf(demo, rehearsal);
    expect(rehearsed).toBe(true);
    expect([seconds[1], seconds[11], seconds[2]]).toEqual([12.5, 99, 30]);
  });

  it.each([null, 7, 'x', [], {}, { seconds: { 'agent/1': 'long' } }, { understudy: 'rehearsal', version: 1, story: 'another', recordedAt: '2026-01-02', seconds: { 'agent/1': 5 } }])(
    'takes no harm from %j',
    (stored) => expect(planOf(demo, stored)).toEqual(planOf(demo)),
  );

  it('takes no harm from anything', () => {
    fc.assert(fc.property(fc.anything(), (stored) => void planOf(TIMELINE, stored)));
  });
});
