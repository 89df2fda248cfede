import { expect, test } from 'vitest';
import type { CaptureResults } from '../../bench/measure/captures';
import { captureTargets, formatCaptures } from '../../bench/report/captures';

const MET: CaptureResults = { pages: 10, buildMs: 20_000, paints: [16, 24, 56], preloaded: 3, heap: { before: 30, after: 31 }, walks: 200 };
const missed = (results: CaptureResults): string[] => captureTargets(results).flatMap(({ text, met }) => (met ? [] : [text]));

test('meets the targets of captured pages', () => expect(missed(MET)).toEqual([]));

test.each<[change: Partial<CaptureResults>, expected: string]>([
  [{ paints: [16, 16, 104] }, 'Captured pages of 3 MB: key → paint within 100 ms'],
  [{ preloaded: 2 }, 'Captured pages of 3 MB: key → paint within 100 ms'],
  [{ buildMs: 31_000 }, '10 captured pages build within 30 s'],
  [{ heap: { before: 30, after: 34 } }, 'Captured pages: less than 4 MiB more after 200 walks'],
])('misses a target', (change, expected) => expect(missed({ ...MET, ...change })).toEqual([expected]));

test('has a row with what was measured', () => expect(formatCaptures(MET)).toContain('| 3 | 3 | 24 | 56 | 20.0 | 30.00 | 31.00 |'));
