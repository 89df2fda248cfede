import { describe, expect, it } from 'vitest';
import { describeSlide } from '../../../src/kinds/slide/readSlide';
import { shownAt } from '../../../src/kinds/slide/steps';
import { steps, validSlide } from './compileSlide';

const shows = (slide: Parameters<typeof shownAt>[0]): number[] => slide.steps.map((_, step) => shownAt(slide, step));

describe('shownAt', () => {
  const bullets = ['a', 'b', 'c'];
  it.each([
    [1, [3]],
    [2, [2, 3]],
    [3, [1, 2, 3]],
    [4, [0, 1, 2, 3]],
  ])('shows one more of three bullets at each of %s steps, and all at the last', (count, expected) => {
    expect(shows({ bullets, steps: steps(count) })).toEqual(expected);
  });

  it('shows as many as a step says', () => {
    expect(shows({ bullets, steps: [{ show: 0 }, { show: 3 }, { show: 1 }, {}] })).toEqual([0, 3, 1, 3]);
  });
});

describe('describeSlide', () => {
  it('gives the text in reading order, at later steps only what is added', async () => {
    const slide = await validSlide({
      footer: 'Foot',
      bullets: ['**One**', { text: 'Two', bullets: ['Below'] }],
      eyebrow: 'Eyebrow',
      subtitle: 'Sub',
      heading: 'The `head`',
      qr: { href: 'https://www.example.com/a/' },
      steps: steps(3),
    });
    const lines = slide.steps.map((_, step) => describeSlide(slide, step).textLines);
    expect(lines).toEqual([
      ['Eyebrow', 'The head', 'Sub', 'example.com/a: https://www.example.com/a/', 'Foot'],
      ['• One'],
      ['• Two', '– Below'],
    ]);
  });

  it('gives lists, code and tables as such, for readers without JavaScript', async () => {
    const table = await validSlide({
      table: {
        head: ['A', 'B'],
        rows: [
          ['1', ''],
          ['3', '4'],
        ],
      },
    });
    expect(describeSlide(table, 0).readableBlocks).toEqual([
      {
        type: 'table',
        head: ['A', 'B'],
        rows: [
          ['1', ''],
          ['3', '4'],
        ],
      },
    ]);
    expect(describeSlide(table, 0).textLines).toEqual(['1', '3, B: 4']);
    const columns = await validSlide({ columns: [{ heading: 'A', code: { lang: 'js', text: 'a()' } }, { bullets: ['b', 'c'] }] });
    expect(describeSlide(columns, 0).readableBlocks?.map(({ type }) => type)).toEqual(['text', 'code', 'list']);
  });

  it('gives the addresses of links to readers without JavaScript', async () => {
    const { textLines, readableBlocks } = describeSlide(await validSlide({ bullets: ['See [the **docs**](https://example.com)'] }), 0);
    expect(textLines).toEqual(['• See the docs']);
    expect(readableBlocks).toEqual([{ type: 'list', items: [{ mark: '', role: 'accent', text: 'See the docs (https://example.com)' }] }]);
  });

  it('plays only when something is added, and never at the first step', async () => {
    const slide = await validSlide({ bullets: ['a', 'b'], steps: [...steps(2), ...steps(1)] });
    expect(slide.steps.map((_, step) => (describeSlide(slide, step).playMs ?? 0) > 0)).toEqual([false, true, true]);
  });

  it('fills the stage, without a window', async () => {
    expect(describeSlide(await validSlide({ heading: 'a' }), 0)).toMatchObject({ surface: 'browser', chrome: 'none' });
  });
});
