import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviseDrops } from '../../src/core/adviseDrops';
import { brokenStops } from '../../src/core/brokenStops';
import { droppableNow } from '../../src/core/droppableNow';
import { stopKey } from '../../src/core/stopNumber';
import { createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory, type FakeStep } from '../support/fakeStory';

const printing = (more: Partial<FakeStep> = {}): FakeStep =>
  fakeStep({ blocks: [{ type: 'text', lines: ['x'], tight: false }] as never, ...more });
const optional = (seconds: number): FakeStep => fakeStep({ optional: true, dwell: seconds });
const SEVEN = createTimeline(
  fakeStory([[fakeStep({ dwell: 10 }), ...[30, 20, 60, 45, 15].map(optional)], [fakeStep({ dwell: 10 })]]),
  describeFake,
);
const PLAN = { seconds: SEVEN.stops.map(({ source }) => source.dwell ?? 0), rehearsed: false };
const ALL = SEVEN.stops.slice(1, 6).map(stopKey);

test.each<[behind: number, stops: readonly string[] | undefined, late: number]>([
  [0, undefined, 0],
  [19, undefined, 0],
  [20, ['s0/2'], 0],
  [25, ['s0/1'], 0],
  [45, ['s0/4'], 0],
  [61, ['s0/3', 's0/5'], 0],
  [105, ['s0/3', 's0/4'], 0],
  [106, ['s0/3', 's0/4', 's0/5'], 0],
  [170, ['s0/1', 's0/2', 's0/3', 's0/4', 's0/5'], 0],
  [200, ['s0/1', 's0/2', 's0/3', 's0/4', 's0/5'], 30],
])('advises what to drop %d s behind', (behind, stops, late) => {
  const advice = adviseDrops(SEVEN, PLAN, ALL, behind);
  expect(advice?.stops.map(stopKey)).toEqual(stops);
  expect(advice?.late ?? 0).toBe(late);
});

test('advises as few stops as any set that makes up the time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 20, max: 300 }),
      (times, behind) => {
        const timeline = createTimeline(fakeStory([[fakeStep(), ...times.map(optional)]]), describeFake);
        const plan = { seconds: [5, ...times], rehearsed: false };
        const { stops, late } = adviseDrops(timeline, plan, timeline.stops.slice(1).map(stopKey), behind)!;
        const saved = stops.reduce((sum, { index }) => sum + plan.seconds[index]!, 0);
        const sorted = times.toSorted((a, b) => b - a);
        const total = (count: number): number => sorted.slice(0, count).reduce((sum, each) => sum + each, 0);
        expect(late).toBe(Math.max(0, behind - saved));
        expect(total(stops.length - 1)).toBeLessThan(behind);
        if (late > 0) expect(stops).toHaveLength(times.length);
      },
    ),
  );
});

test.each<[what: string, steps: readonly (readonly FakeStep[])[], over: readonly number[], needed: readonly string[]]>([
  ['steps of one terminal', [[printing(), printing(), printing()]], [], []],
  [
    'the last output that a scene continues',
    [[printing(), printing(), fakeStep({ surface: 'board' })], [printing({ continues: true })]],
    [],
    ['s0/1 by s1/0'],
  ],
  ['no output that a scene clears first', [[printing()], [printing({ continues: true, blocks: [{ type: 'clear' }] as never })]], [], []],
  [
    'what is under a window',
    [[fakeStep({ surface: 'browser' }), fakeStep({ surface: 'browser' })], [fakeStep({ surface: 'browser' })]],
    [1],
    ['s0/1 by s1/0'],
  ],
  ['no page before another', [[fakeStep({ surface: 'browser' })], [fakeStep({ surface: 'browser' })]], [], []],
])('needs %s', (_, steps, over, needed) => {
  const plain = fakeStory(steps);
  const story = { ...plain, scenes: plain.scenes.map((scene, at) => ({ ...scene, over: over.includes(at) })) };
  const timeline = createTimeline(story, describeFake);
  const all = new Set(timeline.stops.map(stopKey));
  const found = [...all].flatMap((key) =>
    brokenStops(timeline, new Set([key])).map(({ stop, by }) => `${stopKey(stop)} by ${stopKey(by)}`),
  );
  expect(found).toEqual(needed);
});

test('offers optional stops ahead that nothing needs, and dropped ones to restore', () => {
  const story = fakeStory([
    [printing({ optional: true }), printing({ optional: true }), printing({ optional: true })],
    [printing({ continues: true, optional: true }), printing({ cuts: ['short'] }), printing()],
  ]);
  const whole = createTimeline(story, describeFake);
  const now = (stop: number, dropped: readonly string[] = [], frozen?: number) =>
    droppableNow(whole, createTimeline(story, describeFake, undefined, dropped), { stop, frozen, dropped });
  expect(now(0)).toEqual({ drop: ['s0/1', 's1/0', 's1/1'], restore: [] });
  expect(now(3)).toEqual({ drop: ['s1/1'], restore: [] });
  // What continues the terminal is dropped itself.
  expect(now(0, ['s1/0'])).toEqual({ drop: ['s0/1', 's0/2', 's1/1'], restore: ['s1/0'] });
  expect(now(0, [], 3)).toEqual({ drop: ['s1/1'], restore: [] });
});
