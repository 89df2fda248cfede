import fc from 'fast-check';
import { expect, test } from 'vitest';
import { progressAt } from '../../src/core/progress';
import type { Timeline } from '../../src/core/timeline';

/** As much of a timeline as progress asks for: how many steps each scene has. */
function storyOf(counts: readonly number[]): Timeline {
  const sceneStarts = counts.map((_, scene) => counts.slice(0, scene).reduce((sum, count) => sum + count, 0));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    story: { scenes: counts.map((count) => ({ steps: Array.from({ length: count }) })) },
    sceneStarts,
    stops: Array.from({ length: total }),
  } as unknown as Timeline;
}

const ten = (scenes: number): Timeline => storyOf(Array.from({ length: scenes }, () => 10));
const drawn = (timeline: Timeline, index: number): string =>
  progressAt(timeline, index)
    .groups.map(({ marks }) =>
      marks.map(({ state, shown }) => ({ done: '=', now: shown === 1 ? '*' : String(shown), ahead: '-' })[state]).join(''),
    )
    .join(' ');

test.each<[what: string, timeline: Timeline, index: number, marks: string]>([
  ['the first stop of a short story', storyOf([2, 1, 3]), 0, '*- - ---'],
  ['a stop in its midst', storyOf([2, 1, 3]), 4, '== = =*-'],
  ['its last', storyOf([2, 1, 3]), 5, '== = ==*'],
  ['twenty stops', storyOf([10, 10]), 10, '========== *---------'],
  ['one more: scenes', storyOf([10, 10, 1]), 10, '= 0.1 -'],
  ['a scene that ends', storyOf([10, 10, 1]), 19, '= * -'],
  ['the last of many', storyOf([10, 10, 1]), 20, '= = *'],
  ['one stop a scene', storyOf(Array.from({ length: 21 }, () => 1)), 1, `= *${' -'.repeat(19)}`],
  ['forty scenes', ten(40), 15, `= 0.6${' -'.repeat(38)}`],
  ['one more: the story', ten(41), 204, '0.5'],
])('%s', (_, timeline, index, marks) => {
  expect(drawn(timeline, index)).toBe(marks);
});

test('counts every stop once, has one current mark, and only grows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 }), (counts) => {
      const timeline = storyOf(counts);
      let before = 0;
      for (let index = 0; index < timeline.stops.length; index += 1) {
        const { isPerStop, groups } = progressAt(timeline, index);
        const marks = groups.flatMap((group) => group.marks);
        expect(marks.length).toBeLessThanOrEqual(isPerStop ? 20 : 40);
        expect(groups.reduce((sum, { stops }) => sum + stops, 0)).toBe(timeline.stops.length);
        expect(marks.filter(({ state }) => state === 'now')).toHaveLength(1);
        const shown = groups.reduce(
          (sum, { stops, marks: own }) => sum + own.reduce((part, mark) => part + (mark.shown * stops) / own.length, 0),
          0,
        );
        expect(shown).toBeGreaterThan(before);
        before = shown;
      }
      expect(before).toBeCloseTo(timeline.stops.length);
    }),
    { numRuns: 40 },
  );
});
