import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stop } from '../../../src/core/timeline';
import { authorOf } from '../../../src/export/pptx';
import { altTextOf, sectionsOf } from '../../../src/export/pptx/slideText';
import { selectStops } from '../../../src/export/selection';
import { makeFolder, SCENE, STORY } from '../../support/folder';

const altText = (...textLines: string[]): string =>
  altTextOf({ textLines, transitionText: undefined, source: { title: 'Title' } as Stop['source'] });

test('alternative text is what the stop shows, without empty lines, or its title', () => {
  expect(altText('one', '', 'two')).toBe('one\ntwo');
  expect(altText('', ' ')).toBe('Title');
});

test('long alternative text ends after a line, and says that there is more', () => {
  const line = 'x'.repeat(99);
  expect(altText(...Array.from({ length: 100 }, () => line))).toBe(`${Array.from({ length: 15 }, () => line).join('\n')} …`);
});

test('alternative text is never longer than 1502 characters, nor ends within a character', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme-composite', maxLength: 900 }), { maxLength: 12 }), (lines) => {
      const text = altText(...lines);
      expect(text.length).toBeLessThanOrEqual(1502);
      expect(text).not.toMatch(/[\uD800-\uDFFF]/u);
    }),
  );
});

test('slides have titles and notes of their stops, with titles of detours in place of their ids', async () => {
  const scene = JSON.parse(SCENE) as { steps: [object] };
  const folder = await makeFolder({
    'story.json': JSON.stringify({ ...(JSON.parse(STORY) as object), scenes: ['a.json', 'b.json'] }),
    'a.json': JSON.stringify({ ...scene, steps: [{ ...scene.steps[0], notes: { say: 'First.\n\nOr [[b]].', point: 'Here.' } }] }),
    'b.json': JSON.stringify({ ...scene, id: 'b', title: 'Aside', detour: true }),
  });
  const { timeline, stops } = await selectStops(folder, {});
  const sections = sectionsOf(timeline.story, stops, ({ index }) => `${index}.png`);
  expect(sections.map(({ title, slides }) => [title, slides.map((slide) => [slide.title, slide.notes, slide.picture])])).toEqual([
    ['A', [['One', ['First.', 'Or Aside.', 'Point at: Here.'], '0.png']]],
    ['Aside', [['One', ['Say.', 'Point at: Point.'], '1.png']]],
  ]);
});

test.each([
  ['{ "author": "Ann Lee <ann@example.com> (https://example.com)" }', 'Ann Lee'],
  ['{ "author": { "name": "Ann Lee", "email": "ann@example.com" } }', 'Ann Lee'],
  ['{ "author": "<ann@example.com>" }', undefined],
  ['{}', undefined],
  ['not JSON', undefined],
])('the author in a package.json with %s is %s', async (manifest, expected) => {
  expect(await authorOf(await makeFolder({ 'package.json': manifest }))).toBe(expected);
});
