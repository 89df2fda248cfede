import { expect, test } from 'vitest';
import { focusRule } from '../../src/check/rules/focus';
import type { StopLayout } from '../../src/check/checkInput';
import { found, storyOf } from './runRule';

const viewport = { width: 1280, height: 720 };
const bare: StopLayout = { problems: [], wrappedTexts: [], smallestText: undefined, pictures: [] };
const measured = (...stops: StopLayout['focus'][]) => ({ viewport, stops: stops.map((focus) => ({ ...bare, focus })) });
const withFocus = (focus: unknown) => storyOf({ steps: [{}, { focus }], blocks: [{ type: 'text', lines: ['hello world'] }] });
const at = (message: string) => [`error a.json:36:13  steps[1].focus: ${message}`];
const seen = (focus: unknown, count: number, texts: readonly string[] = []) =>
  found(focusRule, withFocus(focus), measured(undefined, { count, texts }));

test('finds nothing where the target is on screen once, or the one that is meant', async () => {
  expect(await seen('hello', 1)).toEqual([]);
  expect(await seen({ text: 'hello', nth: 2 }, 2)).toEqual([]);
  expect(await seen({ part: 'merge', with: 'zoom' }, 1)).toEqual([]);
});

test('reports words that are not on screen, with the nearest ones', async () => {
  expect(await seen('200 OKAY', 0, ['Server: 200 OK.', 'Bye'])).toEqual(
    at('“200 OKAY” is not on screen at this stop. On screen is “200 OK.”'),
  );
  expect(await seen({ row: 'zzzzzzz' }, 0, ['One', 'Two'])).toEqual(
    at('“zzzzzzz” is not on screen at this stop. On screen are, for example, “One”, “Two”'),
  );
});

test('reports words that are on screen more than once, or not often enough', async () => {
  expect(await seen('hello', 3)).toEqual(
    at('“hello” is on screen 3 times. Name more of the words, or say which one is meant: "nth": 1 to 3'),
  );
  expect(await seen({ text: 'hello', nth: 4 }, 3)).toEqual(at('“hello” is on screen 3 times only'));
  expect(await seen({ text: 'hello', nth: 2 }, 1)).toEqual(at('“hello” is on screen once only'));
});

test('reports a part that is not on the page, with the nearest id', async () => {
  expect(await seen({ part: 'mrege' }, 0, ['merge', 'close'])).toEqual(
    at('the part “mrege” is not on screen at this stop. Did you mean "merge"?'),
  );
  expect(await seen({ part: 'x' }, 0)).toEqual(at('the part “x” is not on screen at this stop. There are no parts with an "id" here'));
});

test('looks at the texts of a terminal where no browser is found', async () => {
  expect(await found(focusRule, withFocus('hello'))).toEqual([]);
  expect(await found(focusRule, withFocus('helo'))).toEqual(at('“helo” is not on screen at this stop. On screen is “hello”'));
});

test.each([
  ['two targets', { text: 'a', row: 'b' }, /exactly one of "text", "row", "part" and "area"/u],
  ['no target', { with: 'zoom' }, /exactly one of/u],
  ['nth of a part', { part: 'a', nth: 2 }, /"nth" only with "text" or "row"/u],
  ['a mistyped field', { txt: 'a' }, /"text"/u],
  ['an unknown way', { text: 'a', with: 'laser' }, /spotlight/u],
])('a story with %s does not build', async (_, focus, message) => {
  await expect(found(focusRule, withFocus(focus))).rejects.toThrow(message);
});
