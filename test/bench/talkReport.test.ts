import { expect, test } from 'vitest';
import type { TalkResults } from '../../bench/measure/talk';
import { describeTalk, formatTalk, talkTargets } from '../../bench/report/talk';

/** A story whose first stop settles at `settled` ms, and whose keys are painted after `paints`, in one round. */
function story(settled: number, paints: readonly number[]): TalkResults['talk'] {
  const start = { settled, kib: 250 };
  const keys = paints.map((paint) => ({ paint, text: paint }));
  return { starts: { 1: [start], 4: [start] }, keys: { 1: [keys], 4: [keys] } };
}

const MET: TalkResults = {
  talk: story(230, [8, 10, 12]),
  demo: story(200, [8, 10, 12]),
  size: { pages: 4, pictures: 2, slides: 4 },
  buildMs: 20_000,
  heap: { before: 5, after: 5.9 },
  walks: 200,
};

const missed = (results: TalkResults): string[] =>
  talkTargets(results)
    .filter(({ met }) => !met)
    .map(({ text }) => text);

test('meets all targets of a talk', () => {
  expect(missed(MET)).toEqual([]);
  expect(talkTargets(MET)).toHaveLength(6);
});

test.each<[string, Partial<TalkResults>, string[]]>([
  ['a slow build', { buildMs: 20_100 }, ['Talk: builds within 20 s']],
  [
    'a late first stop',
    { talk: story(240, [8]) },
    ['Talk: starts within 1.15× of the demo, CPU ×1', 'Talk: starts within 1.15× of the demo, CPU ÷4'],
  ],
  [
    'slow keys',
    { talk: story(230, [8, 13, 14]) },
    ['Talk: key → paint within the demo’s, CPU ×1', 'Talk: key → paint within the demo’s, CPU ÷4'],
  ],
  ['a heap that grows', { heap: { before: 5, after: 6 } }, ['Talk: less than 1 MiB more after 200 walks']],
])('misses a target of a talk: %s', (_, change, expected) => {
  expect(missed({ ...MET, ...change })).toEqual(expected);
});

test('compares the talk with the demo within rounds', () => {
  const text = formatTalk(MET);
  expect(text).toContain('| talk | 250 | 230 | 10 | 12 |');
  expect(text).toContain('| ratio |  | 1.15× | 1.00× | 1.00× |');
  expect(describeTalk(MET)).toBe('A talk of 4 pages, 2 pictures and 4 slides, 200 walks');
});
