import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { paceAt, createPlan, type TalkPlan } from '../../src/core/pace';
import { secondsPerStop } from '../../src/core/rehearsal';
import { stopKey } from '../../src/core/stopNumber';
import type { Timeline } from '../../src/core/timeline';
import { demoTimeline } from '../support/demoTimeline';
import { TIMELINE } from '../support/timeline';

const PLAN: TalkPlan = { seconds: [30, 40, 30, 20], rehearsed: false };

describe('paceAt', () => {
  it.each([
    // stop, elapsed, plannedAtStop, plannedAtNext, ahead, remaining
    [0, 0, 0, 30, 0, 120],
    [0, 30, 0, 30, 0, 90],
    [0, 40, 0, 30, -10, 90],
    [1, 30, 30, 70, 0, 90],
    [1, 70, 30, 70, 0, 50],
    [1, 71, 30, 70, -1, 50],
    [2, 65, 70, 100, 5, 50],
    [2, 85, 70, 100, 0, 35],
    [3, 120, 100, 120, 0, 0],
    [3, 130, 100, 120, -10, 0],
  ])(
    'at stop %i after %i s: planned from %i to %i, %i s ahead, %i s to go',
    (stop, elapsed, plannedAtStop, plannedAtNext, ahead, remaining) => {
      expect(paceAt(PLAN, stop, elapsed)).toEqual({ plannedAtStop, plannedAtNext, ahead, remaining, total: 120 });
    },
  );

  it('clamps to existing stops', () => {
    expect(paceAt(PLAN, 99, 80)).toEqual(paceAt(PLAN, 3, 80));
    expect(paceAt(PLAN, -1, 0)).toEqual(paceAt(PLAN, 0, 0));
    expect(paceAt({ seconds: [], rehearsed: false }, 0, 5)).toMatchObject({ total: 0, ahead: -5 });
  });

  const plans = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 40 });
  it('returns consistent values for every plan', () => {
    fc.assert(
      fc.property(plans, fc.nat(50), fc.nat(10_000), (seconds, at, elapsed) => {
        const plan = { seconds, rehearsed: false };
        const stop = at % seconds.length;
        const now = paceAt(plan, stop, elapsed);
        expect(now.plannedAtNext).toBe(stop + 1 < seconds.length ? paceAt(plan, stop + 1, elapsed).plannedAtStop : now.total);
        expect(now.ahead === 0).toBe(elapsed >= now.plannedAtStop && elapsed <= now.plannedAtNext);
        expect(now.remaining).toBeGreaterThanOrEqual(0);
        expect(now.remaining).toBeLessThanOrEqual(now.total);
        // Waiting never increases the lead.
        expect(paceAt(plan, stop, elapsed + 1).ahead).toBeLessThanOrEqual(now.ahead);
      }),
    );
  });
});

describe('createPlan', () => {
  let demo: Timeline;
  beforeAll(async () => {
    demo = await demoTimeline();
  });

  it('uses the author’s times', () => {
    expect(createPlan(demo)).toEqual({ seconds: demo.stops.map(({ source }) => source.dwell), rehearsed: false });
  });

  it('uses the reading time of stops without a planned time', () => {
    expect(createPlan(TIMELINE).seconds.every((seconds) => seconds > 0)).toBe(true);
  });

  it('uses the times of a rehearsal when there is one', () => {
    const rehearsal = {
      understudy: 'rehearsal',
      version: 1,
      story: demo.story.id,
      recordedAt: '2026-01-02T03:04:05Z',
      seconds: { 'agent/1': 12.5, 'comparison/6': 99 },
    };
    const { seconds, rehearsed } = createPlan(demo, rehearsal);
    expect(rehearsed).toBe(true);
    expect([seconds[1], seconds[11], seconds[2]]).toEqual([12.5, 99, 30]);
  });

  it('has each stop once and the whole time of the rehearsal as its total', () => {
    const last = TIMELINE.stops.length - 1;
    const detours = fc.array(fc.record({ stop: fc.nat(last), ms: fc.nat(90_000) }), { maxLength: 60 });
    fc.assert(
      fc.property(detours, detours, (before, after) => {
        const throughAllStops = TIMELINE.stops.map(({ index }) => ({ stop: index, ms: 1000 + index }));
        let at = 5_000_000;
        const visits = [...before, ...throughAllStops, ...after].map(({ stop, ms }) => {
          const visit = { stop: stopKey(TIMELINE.stops[stop]!), at };
          at += ms;
          return visit;
        });
        const seconds = secondsPerStop(visits, at);
        const plan = createPlan(TIMELINE, {
          understudy: 'rehearsal',
          version: 1,
          story: TIMELINE.story.id,
          recordedAt: '2026-01-02',
          seconds,
        });
        const { total } = paceAt(plan, 0, 0);
        expect(plan.seconds).toHaveLength(last + 1);
        expect(total).toBeCloseTo(
          Object.values(seconds).reduce((sum, each) => sum + each, 0),
          6,
        );
        // The time of each stop is rounded to a tenth of a second.
        expect(Math.abs(total - (at - 5_000_000) / 1000)).toBeLessThanOrEqual(0.05 * (last + 1) + 1e-6);
      }),
    );
  });

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { seconds: { 'agent/1': 'long' } },
    { understudy: 'rehearsal', version: 1, story: 'another', recordedAt: '2026-01-02', seconds: { 'agent/1': 5 } },
  ])('ignores %j in storage', (stored) => expect(createPlan(demo, stored)).toEqual(createPlan(demo)));

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (stored) => void createPlan(TIMELINE, stored)));
  });
});
