import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasAside, layoutOf, LAYOUTS, type Layout } from '../../../src/kinds/slide/layout';
import { findContradictions, type SlideFields } from '../../../src/kinds/slide/schema/contradictions';
import { compileSlide } from './compileSlide';

const heading = ['A heading'];
const image = { src: 'a.png', alt: 'A picture' };
const qr = { href: 'https://example.com' };

describe('layoutOf', () => {
  it.each<[Layout, boolean, SlideFields]>([
    ['title', false, { heading }],
    ['title', false, { heading, subtitle: heading, eyebrow: heading }],
    ['title', true, { heading, subtitle: heading, image }],
    ['title', true, { heading, qr }],
    ['section', false, { heading, section: '2' }],
    ['thanks', false, { thanks: heading }],
    ['thanks', true, { thanks: heading, text: [heading], qr }],
    ['statement', false, { statement: heading }],
    ['statement', true, { statement: heading, image }],
    ['quote', false, { quote: {} }],
    ['number', false, { heading, number: {} }],
    ['bullets', false, { heading, bullets: [] }],
    ['bullets', true, { heading, text: [heading], bullets: [], image }],
    ['code', false, { heading, text: [heading], code: {} }],
    ['table', false, { table: {} }],
    ['columns', false, { heading, columns: [] }],
    ['text', false, { text: [heading] }],
    ['text', true, { heading, text: [heading], image }],
    ['picture', false, { image }],
    ['picture', false, { heading, image }],
  ])('gives %s, picture beside: %s', (layout, beside, slide) => {
    expect(findContradictions(slide)).toEqual([]);
    expect([layoutOf(slide), hasAside(slide)]).toEqual([layout, beside]);
  });

  const fields = 'eyebrow heading subtitle text statement bullets quote number code table columns section thanks image qr'.split(' ');

  it('gives the layout of what any slide without contradictions is about', () => {
    fc.assert(
      fc.property(fc.subarray(fields), (names) => {
        const slide = Object.fromEntries(names.map((name) => [name, {}])) as SlideFields;
        fc.pre(findContradictions(slide).length === 0);
        const main = names.find((name) => (LAYOUTS as readonly string[]).includes(name) && name !== 'text');
        const bare = 'image' in slide && !('subtitle' in slide) ? 'picture' : 'title';
        expect(layoutOf(slide)).toBe(main ?? ('text' in slide ? 'text' : bare));
      }),
    );
  });
});

describe('a slide', () => {
  it.each<[object, string]>([
    [{}, 'something on the slide: "heading", "text", "statement"'],
    [{ eyebrow: 'Part two' }, 'something on the slide'],
    [{ bullets: ['a'], quote: { text: 'b' } }, 'no "quote" beside "bullets": give each a slide of its own, or put both into "columns"'],
    [{ statement: 'a', text: 'b' }, 'no "text" beside "statement"'],
    [{ code: { lang: 'js', text: 'a' }, qr }, 'no "qr" beside "code"'],
    [{ section: '2' }, 'a "heading" beside "section"'],
    [{ thanks: 'Thanks', heading: 'b' }, 'no "heading" beside "thanks"'],
    [{ statement: 'a', subtitle: 'b' }, 'a "heading" or "thanks" beside "subtitle"'],
    [{ columns: [{ text: 'a' }, { heading: 'b' }] }, 'something below its heading'],
    [{ columns: [{ text: 'a' }] }, 'at least 2 items'],
    [{ bullets: [{ text: 'a', bullets: [{ text: 'b', bullets: ['c'] }] }] }, 'a text'],
    [{ table: { head: ['a', 'b'], rows: [['c']] } }, '2 cells, as in the head'],
    [{ heading: 'a <b>b</b>' }, 'Markdown without HTML'],
    [{ qr: { href: 'javascript:alert(1)' } }, 'https://'],
    [{ qr: { href: 'https://example.com/{{user}}' } }, 'without open variables'],
    [{ heading: 'a', headline: 'b' }, '"heading"'],
  ])('is refused if it has %o', async (fields, message) => {
    const { slide, problems } = await compileSlide(fields);
    expect(slide).toBeUndefined();
    expect(problems.join('\n')).toContain(message);
  });

  it('reports all that is wrong at once', async () => {
    const { problems } = await compileSlide({ bullets: ['<i>a</i>', ''], quote: { text: '[x](data:y)' }, oops: 1 });
    expect(problems.length).toBeGreaterThanOrEqual(4);
  });

  it('cannot show more than it has', async () => {
    const step = { title: 'A stop', notes: { say: 'Words.', point: 'At it.' } };
    expect((await compileSlide({ bullets: ['a'], steps: [{ ...step, show: 2 }] })).problems.join()).toContain('at most 1');
    expect((await compileSlide({ heading: 'a', steps: [{ ...step, show: 1 }] })).problems.join()).toContain('no "show"');
  });
});
