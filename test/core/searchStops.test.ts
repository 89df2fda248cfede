import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchStops, buildSearchIndex, type SearchHit } from '../../src/core/searchStops';
import { createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const titled = (title: string, ...lines: string[]) => ({ ...fakeStep({ textLines: lines }), title });

const timeline = createTimeline(
  fakeStory([
    [titled('The agent starts', 'search for a café'), titled('401, and on', 'Server returned: 401 Unauthorized')],
    [titled('Sign in', 'ＯＡｕｔｈ for ΟΔΟΣ, İstanbul', 'The agent waits')],
    [titled('The token'), titled('Research', 'nothing'), titled('End', `${'word '.repeat(30)}needle ${'hay '.repeat(60)}`)],
  ]),
  describeFake,
);
const entries = buildSearchIndex(timeline);
const stops = (query: string): number[] => searchStops(entries, query).map(({ stop }) => stop.index + 1);
const marked = (list: SearchHit['title'] | undefined): string => (list ?? []).map(([text, found]) => (found ? `[${text}]` : text)).join('');

describe('searchStops', () => {
  it.each([
    ['', [1, 2, 3, 4, 5, 6], 'nothing asked for: every stop in order'],
    ['   ', [1, 2, 3, 4, 5, 6], 'spaces alone'],
    ['3', [4, 5, 6], 'the number of a scene'],
    ['003', [4, 5, 6], 'the number with zeros before it'],
    ['7', [], 'a number there is no scene for'],
    ['0', [2, 1], 'no scene is 0, but titles have it'],
    ['3.2', [5], 'a scene and its step'],
    ['3.', [4, 5, 6], 'a scene and a step still to come'],
    ['3.9', [], 'a step there is not'],
    ['s1 waits', [3], 'the id and a line'],
    ['401', [2], 'a number among the words'],
    ['2', [3, 4, 5, 6], 'a scene, then those whose scene has it in its title'],
    ['AGENT', [1, 3], 'titles before lines, in any case'],
    ['agent starts', [1], 'all words'],
    ['starts agent', [1], 'in any order'],
    ['agent nowhere', [], 'no stop has them all'],
    ['cafe', [1], 'without the accent'],
    ['CAFÉ', [1], 'with it'],
    ['oauth', [3], 'letters of another width'],
    ['οδος', [3], 'a final sigma'],
    ['istanbul', [3], 'a capital with a dot'],
    ['search', [5, 1], 'a title, though in the middle of a word, before a line'],
    ['s2', [4, 5, 6], 'the scene’s id'],
    ['#/s1', [3], 'an address'],
    ['xyzzy', [], 'nothing'],
    ['.', [], 'no number'],
    ['(', [], 'no pattern'],
  ])('%j finds %j: %s', (query, expected) => {
    expect(stops(query)).toEqual(expected);
  });

  it('ranks the beginning of a word before its middle', () => {
    const own = createTimeline(fakeStory([[titled('Overscan'), titled('A scan')]]), describeFake);
    expect(searchStops(buildSearchIndex(own), 'scan').map(({ stop }) => stop.index)).toEqual([1, 0]);
  });

  it('marks matches in titles and in the best line', () => {
    const [hit] = searchStops(entries, 'unauth 401');
    expect(marked(hit?.title)).toBe('[401], and on');
    expect(marked(hit?.excerpt)).toBe('Server returned: [401] [Unauth]orized');
    expect(searchStops(entries, '401')[0]?.excerpt).toBeUndefined();
  });

  it.each([
    ['cafe\u0301 au lait', 'cafe', '[cafe\u0301] au lait'],
    ['ﬁnd', 'f', '[ﬁ]nd'],
    ['Straße', 'stra', '[Stra]ße'],
    ['aaa', 'aa', '[aa]a'],
    ['x👩‍💻y', 'y', 'x👩‍💻[y]'],
  ])('marks whole letters of %j', (title, query, expected) => {
    const own = createTimeline(fakeStory([[titled(title)]]), describeFake);
    expect(marked(searchStops(buildSearchIndex(own), query)[0]?.title)).toBe(expected);
  });

  it('shortens a long line to the surroundings of the match', () => {
    const line = marked(searchStops(entries, 'needle')[0]?.excerpt);
    expect(line).toMatch(/^…word .*\[needle\] hay .*…$/u);
    expect(line.length).toBeLessThan(130);
  });

  it('never throws, and its segments add up to the text', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('É', 'ﬁ', '\u0301', '\uD800', '5.3', 'ς İ'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, text, (titles, query, line) => {
        const own = createTimeline(fakeStory([titles.map((title) => titled(title, line))]), describeFake);
        for (const hit of searchStops(buildSearchIndex(own), query))
          expect(hit.title.map(([part]) => part).join('')).toBe(hit.stop.source.title);
        expect(searchStops(buildSearchIndex(own), titles[0] ?? '').length).toBeGreaterThan(0);
      }),
    );
  });
});
