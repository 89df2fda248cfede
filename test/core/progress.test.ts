import fc from 'fast-check';
import { expect, test } from 'vitest';
import { progressAt } from '../../src/core/progress';
import type { Timeline } from '../../src/core/timeline';

/** Returns a timeline with only the fields that progress reads, for scenes of these numbers of steps. */
function timelineOf(counts: readonly number[]): Timeline {
  const sceneStarts = counts.map((_, scene) => counts.slice(0, scene).reduce((sum, count) => sum + count, 0));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    story: { scenes: counts.map((count) => ({ steps: Array.from({ length: count }) })) },
    sceneStarts,
    stops: counts.flatMap((count, sceneIndex) => Array.from({ length: count }, () => ({ sceneIndex }))),
    wayLength: total,
  } as unknown as Timeline;
}

const tenStepScenes = (scenes: number): Timeline => timelineOf(Array.from({ length: scenes }, () => 10));
const marksAt = (timeline: Timeline, index: number): string =>
  progressAt(timeline, index)
    .groups.map(({ marks }) =>
      marks.map(({ state, shown }) => ({ done: '=', now: shown === 1 ? '*' : String(shown), ahead: '-' })[state]).join(''),
    )
    .join(' ');

test.each<[what: string, timeline: Timeline, index: number, marks: string]>([
  ['the first stop of a short story', timelineOf([2, 1, 3]), 0, '*- - ---'],
  ['a stop in the middle of a short story', timelineOf([2, 1, 3]), 4, '== = =*-'],
  ['the last stop of a short story', timelineOf([2, 1, 3]), 5, '== = ==*'],
  ['a mark for each of 20 stops', timelineOf([10, 10]), 10, '========== *---------'],
  ['a mark for each scene with 21 stops', timelineOf([10, 10, 1]), 10, '= 0.1 -'],
  ['the last stop of a scene', timelineOf([10, 10, 1]), 19, '= * -'],
  ['the last of 21 stops', timelineOf([10, 10, 1]), 20, '= = *'],
  ['21 scenes of one stop', timelineOf(Array.from({ length: 21 }, () => 1)), 1, `= *${' -'.repeat(19)}`],
  ['a mark for each of 40 scenes', tenStepScenes(40), 15, `= 0.6${' -'.repeat(38)}`],
  ['one mark for the story with 41 scenes', tenStepScenes(41), 204, '0.5'],
])('shows %s', (_, timeline, index, marks) => {
  expect(marksAt(timeline, index)).toBe(marks);
});

test('counts every stop once, has one current mark, and grows with every stop', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 }), (counts) => {
      const timeline = timelineOf(counts);
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
