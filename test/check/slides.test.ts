import { describe, expect, test } from 'vitest';
import { overflowRule } from '../../src/check/rules/overflow';
import { slidesRule } from '../../src/check/rules/slides';
import { found, storyOf } from './runRule';

const step = { title: 'A stop', notes: { say: 'Words.', point: 'At it.' } };
const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>';
const slide = (fields: object) => ({
  ...storyOf({ scenes: [{ kind: 'slide', id: 's', title: 'S', steps: [step], ...fields }] }),
  'a.svg': picture,
});
const bullets = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

describe('the rule slides', () => {
  test.each([
    ['a few bullets', { heading: 'Head', bullets: bullets(5, 'Six words are in this bullet') }],
    ['words in code', { code: { lang: 'js', text: bullets(12, 'call(with, many, words, in, a, line); // and more') } }],
    ['a table', { table: { rows: bullets(6, 'x').map(() => ['Some words in a cell', 'and in one more']) } }],
    ['the words for a picture, read by nobody who sees it', { image: { src: 'a.svg', alt: bullets(80, 'word').join(' ') } }],
    [
      'an address in a QR code',
      {
        bullets: bullets(5, 'Ten words or so are in each of these bullets, every one'),
        qr: { href: `https://example.com/${'long/'.repeat(30)}`, text: 'Slides' },
      },
    ],
  ])('finds nothing in %s', async (_, fields) => {
    expect(await found(slidesRule, slide(fields))).toEqual([]);
  });

  test.each([
    ['at one step', [step]],
    ['one by one', bullets(7, '').map((_, at) => ({ ...step, title: `Stop ${at}` }))],
  ])('reports many words, shown %s, once', async (_, steps) => {
    expect(
      await found(slidesRule, slide({ bullets: bullets(7, 'Ten words or so are in each of these bullets, every one'), steps })),
    ).toEqual([
      expect.stringMatching(
        /^warning s\.json:2:\d+ {2}kind: about \d\d words are on this slide; .* Say the rest, or make two slides of it$/u,
      ),
    ]);
  });

  test('counts ideographs as about a third of a word', async () => {
    expect(await found(slidesRule, slide({ bullets: bullets(5, '在寫入之前它會先詢問然後等待人類的批准') }))).toEqual([]);
    expect(await found(slidesRule, slide({ bullets: bullets(12, '在寫入之前它會先詢問然後等待人類的批准') }))).toHaveLength(1);
  });

  test('reports type that is small because there is much', async () => {
    expect(await found(slidesRule, slide({ code: { lang: 'js', text: bullets(30, 'call();') } }))).toEqual([
      expect.stringContaining('its type is only 26 px high on a projector of 1080 lines'),
    ]);
  });
});

test('the rule slides reports a step that shows the same as the one before', async () => {
  const steps = [step, { ...step, show: 1 }, { ...step, title: 'Again', show: 1 }, { ...step, title: 'All' }];
  expect(await found(slidesRule, slide({ bullets: ['a', 'b', 'c', 'd'], steps }))).toEqual([
    expect.stringMatching(/^warning s\.json:\d+:\d+ {2}steps\[1\]: shows the same as the step before/u),
    expect.stringMatching(/^warning s\.json:\d+:\d+ {2}steps\[2\]: shows the same as the step before/u),
  ]);
});

test('the rule overflow advises to make two slides', async () => {
  const fine = { problems: [], wrappedTexts: [], smallestText: undefined, pictures: [] };
  const layout = { viewport: { width: 1280, height: 720 }, stops: [fine, { ...fine, problems: ['“last” cut off by 30 px'] }] };
  expect(await found(overflowRule, slide({ heading: 'Head' }), layout)).toEqual([expect.stringContaining('or make two slides of it')]);
});
