import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lineCount, longestWord, wordsOf } from '../../../src/kinds/slide/compile/textWidth';
import { columnHeight, fitType, MIN_TYPE, RESERVE, TYPE_SCALE } from '../../../src/kinds/slide/compile/typeSize';
import { validSlide } from './compileSlide';

const block = (text: string) => ({ words: wordsOf([text]), leading: 1.3 });

describe('lineCount', () => {
  it.each([
    ['one two three', 20, 1],
    ['one two three', 4.5, 2],
    ['one two three', 3, 3],
    ['', 10, 1],
    ['漢字漢字漢字', 3, 2],
    ['ภาษาไทยไม่มีช่องว่างระหว่างคำเลยสักนิดเดียว', 8, 3],
    ['Rindfleischetikettierung', 5, 3],
  ])('of "%s" in %s em is %s', (text, width, lines) => {
    expect(lineCount(wordsOf([text]), width)).toBe(lines);
  });

  it('never gets smaller in narrower lines', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.double({ min: 2, max: 40, noNaN: true }), (text, width) => {
        const words = wordsOf([text]);
        expect(lineCount(words, width)).toBeGreaterThanOrEqual(lineCount(words, width * 2));
      }),
    );
  });
});

describe('fitType', () => {
  it('gives the largest size that fits, and never less than the smallest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 20 }), { minLength: 1, maxLength: 12 }),
        fc.record({ width: fc.integer({ min: 200, max: 1800 }), height: fc.integer({ min: 50, max: 900 }) }),
        (texts, box) => {
          const column = texts.map(block);
          const size = fitType([column], box, 200);
          expect(TYPE_SCALE).toContain(size);
          if (size > MIN_TYPE) expect(columnHeight(column, size, box)).toBeLessThanOrEqual(box.height);
          const larger = TYPE_SCALE.find((each) => each > size && each <= 200);
          if (larger === undefined) return;
          const breaksWords = longestWord(wordsOf(texts)) * larger * RESERVE > box.width;
          expect(breaksWords || columnHeight(column, larger, box) > box.height).toBe(true);
        },
      ),
    );
  });

  it('keeps words whole unless that makes the type much smaller', () => {
    const box = { width: 600, height: 800 };
    expect(fitType([[block('Straßenverkehr heute')]], box, 200)).toBeLessThan(80);
    expect(fitType([[block('Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz')]], box, 200)).toBeGreaterThan(60);
  });
});

describe('the type of a slide', () => {
  it('is smaller the more it says, and never below 26 units', async () => {
    const bodies = await Promise.all(
      [2, 6, 12, 60].map(async (count) => {
        const bullets = Array.from({ length: count }, (_, at) => `Bullet ${at} has some words of its own to say`);
        return (await validSlide({ heading: 'Many', bullets })).sizes;
      }),
    );
    for (const shape of ['wide', 'classic', 'tall'] as const) {
      const sizes = bodies.map(({ body }) => body[shape]);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      expect(sizes[0]).toBeGreaterThan(sizes[2]!);
      expect(sizes.at(-1)).toBe(26);
    }
  });
});

test.each(['1,234,567 requests a second', '7'])('has the sizes of the value "%s" for a reference to an open variable', async (value) => {
  const fields = (text: string) => ({ heading: `About ${text}`, number: { value: text, label: text } });
  const variables = { x: { value: '{{y}}', open: true }, y: { value, open: true } };
  const open = await validSlide(fields('{{x}}'), { variables });
  expect(open.sizes).toEqual((await validSlide(fields(value))).sizes);
  expect(open.heading).toEqual(['About {{x}}']);
});
