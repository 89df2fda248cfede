import { expect, test } from 'vitest';
import type { MorphResults } from '../../bench/measure/morph';
import { fiveEdits, longEdits } from '../../bench/morph/edits';
import { formatMorph, morphTargets } from '../../bench/report/morph';

const fast = Array.from({ length: 98 }, () => 16.7);
const MET: MorphResults = {
  frames: { ours: [...fast, 33, 33], slidev: [...fast, 33, 33], long: [...fast, 17, 33] },
  exactBursts: { ours: 4, slidev: 1, long: 4 },
  bursts: 4,
};
const missed = (results: MorphResults): string[] => morphTargets(results).flatMap(({ text, met }) => (met ? [] : [text]));

test('meets the targets of morphs', () => {
  expect(missed(MET)).toEqual([]);
});

test.each<[change: Partial<MorphResults['frames']>, expected: string[]]>([
  [{ ours: [...fast, 33, 33, 33] }, ['Code: at most 2 of 100 frames over 20 ms', 'Code: as smooth as Slidev’s magic move']],
  [{ long: [...fast, 33, 33, 33] }, ['Code: at most 2 of 100 frames over 20 ms, 300 lines']],
  [{ slidev: fast }, ['Code: as smooth as Slidev’s magic move']],
])('misses a target with more slow frames', (frames, expected) => {
  expect(missed({ ...MET, frames: { ...MET.frames, ...frames } })).toEqual(expected);
});

test('misses the target of bursts, and counts them in the table', () => {
  const results = { ...MET, exactBursts: { ...MET.exactBursts, ours: 3 } };
  expect(missed(results)).toEqual(['Code: every burst of presses exact']);
  expect(formatMorph(results)).toContain('| Understudy | 100 | 2 | 2.0 | 33 | 3/4 |');
});

test('edits code five times, and 300 lines seven times, each time to something else', () => {
  expect(new Set(fiveEdits()).size).toBe(6);
  expect(new Set(longEdits()).size).toBe(8);
  expect(longEdits().map((code) => code.split('\n').length)).toEqual(Array.from({ length: 8 }, () => 301));
});
