import { expect, test } from 'vitest';
import type { PageResults, BenchResults } from '../../bench/measureAll';
import { formatDocument, formatSections } from '../../bench/report/document';
import { evaluateTargets } from '../../bench/report/targets';

const load = (lcp: number, bytes: number) => ({ bytes, requests: 5, lcp, tbt: 0, longestTask: 0 });

/** A page with a first paint at `fcp` and a size of `bytes`; it meets all other targets. */
function page(name: PageResults['name'], fcp: number, bytes: number, change: Partial<PageResults> = {}): PageResults {
  const keys = [
    { paint: 8, text: 30 },
    { paint: 8.4, text: 30 },
  ];
  return {
    name,
    label: name,
    loads: { 1: [load(fcp, bytes)], 4: [load(fcp * 3, bytes)] },
    motionOffLcps: { 1: [fcp], 4: [fcp * 3] },
    paints: { 1: [fcp], 4: [fcp * 3] },
    keys: { 1: keys, 4: keys },
    frames: { 1: [16, 17], 4: [16, 30] },
    bursts: [{ cpu: 1, state: 'cold', gap: 30, exact: true }],
    heap: { before: 4, after: 5 },
    ...change,
  };
}

const results = (...measured: PageResults[]): BenchResults => ({
  measured,
  growth: [],
  talk: undefined,
  morph: undefined,
  captures: undefined,
  remote: undefined,
  rounds: { paints: 1, loads: 1, keys: 1, bursts: 1, starts: 1, growth: 1, walks: 20 },
});
const missed = (found: BenchResults): string[] =>
  evaluateTargets(found)
    .filter(({ met }) => !met)
    .map(({ text }) => text);

const OTHERS = [page('static', 100, 80), page('xterm', 300, 200), page('slidev', 400, 300), page('spectacle', 900, 500)];

test('meets all targets', () => {
  const found = evaluateTargets(results(page('ours', 120, 250), ...OTHERS));
  expect(found.filter(({ met }) => !met)).toEqual([]);
  expect(found.length).toBe(16);
});

test.each([
  [
    'a late first paint',
    page('ours', 130, 250, { motionOffLcps: { 1: [100], 4: [300] } }),
    ['First paint within 1.25× of the static page, CPU ×1', 'First paint within 1.25× of the static page, CPU ÷4'],
  ],
  [
    'a late largest paint',
    page('ours', 120, 250, { motionOffLcps: { 1: [130], 4: [370] } }),
    ['Largest paint without animations within 1.25× of the static page, CPU ×1'],
  ],
  [
    'a start that blocks',
    page('ours', 120, 250, { loads: { 1: [{ ...load(120, 250), tbt: 20, longestTask: 70 }], 4: [{ ...load(360, 250), tbt: 401 }] } }),
    ['Start blocks at most 80 ms, no task over 50 ms, CPU ×1', 'Start blocks at most 400 ms, CPU ÷4'],
  ],
  ['too many bytes', page('ours', 120, 310), ['Fewer bytes than slidev']],
  ['a slow key', page('ours', 120, 250, { keys: { 1: [{ paint: 17, text: 30 }], 4: [] } }), ['Key → paint: median 8 ms, p95 16 ms']],
  [
    'text that never appears',
    page('ours', 120, 250, { keys: { 1: [{ paint: 8, text: undefined }], 4: [] } }),
    ['New words in view within 40 ms (p95)'],
  ],
  ['a slow frame', page('ours', 120, 250, { frames: { 1: [16, 26], 4: [] } }), ['No frame over 25 ms']],
  ['a lost press', page('ours', 120, 250, { bursts: [{ cpu: 4, state: 'warm', gap: 0, exact: false }] }), ['Every burst of presses exact']],
])('misses a target: %s', (_, ours, expected) => {
  expect(missed(results(ours, ...OTHERS))).toEqual(expected);
});

test('compares starts with the smallest story, and takes the median of each jump', () => {
  const grown = (scenes: number, settled: number, jumps: number[]) => ({
    size: { label: `${scenes} scenes`, scenes },
    buildMs: 1000,
    bytes: 300,
    starts: { 1: [settled], 4: [settled * 4] },
    samples: ([1, 4] as const).map((cpu) => ({ cpu, fcp: 100, jumps, heap: 5 })),
  });
  const run = { ...results(page('ours', 120, 250)), growth: [grown(5, 200, [20, 90]), grown(200, 310, [20, 110])] };
  expect(missed(run)).toEqual([
    'Start of 200 scenes within 1.5× of 5 scenes, CPU ×1',
    'Start of 200 scenes within 1.5× of 5 scenes, CPU ÷4',
    'Any jump within 100 ms, 200 scenes',
  ]);
});

test('leaves out what was not measured', () => {
  const only = page('ours', 120, 250, { keys: { 1: [], 4: [] }, frames: { 1: [], 4: [] }, bursts: [], heap: undefined });
  const text = formatSections(results(only));
  expect(text).toContain('## Loading');
  expect(text).not.toMatch(/## Stepping|## Bursts|## Heap|## Growing/u);
  expect(text).not.toMatch(/NaN|undefined|Infinity/u);
});

test('writes date, machine, browser and versions into the document', () => {
  const setting = { date: '2026-01-02', machine: '2 × processor', browser: 'Chromium 1', node: '20.0.0', versions: ['Slidev 52'] };
  const text = formatDocument(results(page('ours', 120, 250), ...OTHERS), setting, '## The command');
  for (const each of ['2026-01-02', '2 × processor', 'Chromium 1', '20.0.0', 'Slidev 52', '| slidev | 300 |']) expect(text).toContain(each);
});
