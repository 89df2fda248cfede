import { expect, test } from 'vitest';
import { story as builtStory } from 'virtual:story';
import { fillStory } from '../../src/core/variables';
import { timelineOf } from '../../src/core/timeline';
import { frameAt } from '../../src/core/terminal/frame';
import { describe } from '../../src/kinds/registry';
import coverage from '../../src/fonts/coverage.json';

const story = fillStory(builtStory);

const timeline = timelineOf(story, describe);

/** Which characters of `text` none of the families has a glyph for. */
function missing(text: string, families: readonly (keyof typeof coverage)[]): string[] {
  const ranges = families.flatMap((family) => coverage[family]);
  const has = (code: number): boolean => ranges.some(([from = 0, to = 0]) => code >= from && code <= to);
  return [...new Set(text)].filter((char) => !/\s/u.test(char) && !has(char.codePointAt(0)!));
}

test.each(timeline.stops.filter((stop) => stop.blocks).map((stop) => [`${stop.scene.id}/${stop.step}`, stop] as const))(
  'the terminal at %s needs no glyph but the bundled monospace face’s',
  (_, stop) => {
    const { rows, spinner } = frameAt(timeline, stop, 92);
    const text = rows.flatMap((row) => row.map((piece) => piece.text)).join('') + (spinner?.frames.join('') ?? '') + '▎';
    expect(missing(text, ['Understudy Mono'])).toEqual([]);
  },
);

test('every word of the story, frame and notes included, has its glyphs in the bundled faces', () => {
  expect(missing(JSON.stringify(story), ['Understudy Sans', 'Understudy Mono'])).toEqual([]);
});

test('the check can fail', () => {
  expect(missing('a漢b', ['Understudy Mono'])).toEqual(['漢']);
});
