import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchStops, buildSearchIndex, type SearchHit } from '../../src/core/searchStops';
import { createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const stepWithTitle = (title: string, ...lines: string[]) => ({ ...fakeStep({ textLines: lines }), title });

const timeline = createTimeline(
  fakeStory([
    [stepWithTitle('The agent starts', 'search for a café'), stepWithTitle('401, and on', 'Server returned: 401 Unauthorized')],
    [stepWithTitle('Sign in', 'ＯＡｕｔｈ for ΟΔΟΣ, İstanbul', 'The agent waits')],
    [
      stepWithTitle('The token'),
      stepWithTitle('Research', 'nothing'),
      stepWithTitle('End', `${'word '.repeat(30)}needle ${'hay '.repeat(60)}`),
    ],
  ]),
  describeFake,
);
const entries = buildSearchIndex(timeline);
const stops = (query: string): number[] => searchStops(entries, query).map(({ stop }) => stop.index + 1);
const markMatches = (list: SearchHit['title'] | undefined): string =>
  (list ?? []).map(([text, found]) => (found ? `[${text}]` : text)).join('');

describe('searchStops', () => {
  it.each([
    ['', [1, 2, 3, 4, 5, 6], 'an empty query: every stop in order'],
    ['   ', [1, 2, 3, 4, 5, 6], 'spaces alone'],
    ['3', [4, 5, 6], 'a scene number'],
    ['003', [4, 5, 6], 'a scene number with leading zeros'],
    ['7', [], 'a scene number that does not exist'],
    ['0', [2, 1], 'no scene number, so matches in the text'],
    ['3.2', [5], 'a stop number'],
    ['3.', [4, 5, 6], 'a scene number with a dot'],
    ['3.9', [], 'a stop number that does not exist'],
    ['s1 waits', [3], 'a scene id and a word of a line'],
    ['401', [2], 'a number in the text'],
    ['2', [3, 4, 5, 6], 'stops of the scene, then matches in scene titles'],
    ['AGENT', [1, 3], 'titles before lines, in either case'],
    ['agent starts', [1], 'several words'],
    ['starts agent', [1], 'several words in another order'],
    ['agent nowhere', [], 'words that no stop has together'],
    ['cafe', [1], 'a letter without its accent'],
    ['CAFÉ', [1], 'a letter with its accent'],
    ['oauth', [3], 'full-width letters'],
    ['οδος', [3], 'a final sigma'],
    ['istanbul', [3], 'a capital with a dot'],
    ['search', [5, 1], 'a part of a word in a title before a line'],
    ['s2', [4, 5, 6], 'a scene id'],
    ['#/s1', [3], 'a hash'],
    ['xyzzy', [], 'a word in no stop'],
    ['.', [], 'a dot, which is no stop number'],
    ['(', [], 'a bracket, which is no pattern'],
  ])('%j finds %j: %s', (query, expected) => {
    expect(stops(query)).toEqual(expected);
  });

  it('ranks matches at the start of a word before others', () => {
    const own = createTimeline(fakeStory([[stepWithTitle('Overscan'), stepWithTitle('A scan')]]), describeFake);
    expect(searchStops(buildSearchIndex(own), 'scan').map(({ stop }) => stop.index)).toEqual([1, 0]);
  });

  it('marks matches in titles and in the best line', () => {
    const [hit] = searchStops(entries, 'unauth 401');
    expect(markMatches(hit?.title)).toBe('[401], and on');
    expect(markMatches(hit?.excerpt)).toBe('Server returned: [401] [Unauth]orized');
    expect(searchStops(entries, '401')[0]?.excerpt).toBeUndefined();
  });

  it.each([
    ['cafe\u0301 au lait', 'cafe', '[cafe\u0301] au lait'],
    ['ﬁnd', 'f', '[ﬁ]nd'],
    ['Straße', 'stra', '[Stra]ße'],
    ['aaa', 'aa', '[aa]a'],
    ['x👩‍💻y', 'y', 'x👩‍💻[y]'],
  ])('marks whole characters of %j', (title, query, expected) => {
    const own = createTimeline(fakeStory([[stepWithTitle(title)]]), describeFake);
    expect(markMatches(searchStops(buildSearchIndex(own), query)[0]?.title)).toBe(expected);
  });

  it('shortens a long line around the match', () => {
    const line = markMatches(searchStops(entries, 'needle')[0]?.excerpt);
    expect(line).toMatch(/^…word .*\[needle\] hay .*…$/u);
    expect(line.length).toBeLessThan(130);
  });

  it('never throws, and returns segments that join to the title', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('É', 'ﬁ', '\u0301', '\uD800', '5.3', 'ς İ'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, text, (titles, query, line) => {
        const own = createTimeline(fakeStory([titles.map((title) => stepWithTitle(title, line))]), describeFake);
        for (const hit of searchStops(buildSearchIndex(own), query))
          expect(hit.title.map(([part]) => part).join('')).toBe(hit.stop.source.title);
        expect(searchStops(buildSearchIndex(own), titles[0] ?? '').length).toBeGreaterThan(0);
      }),
    );
  });
});
