import { expect, test } from 'vitest';
import { compileStory } from '../../../src/compiler/compileStory';
import { StoryError } from '../../../src/compiler/story/problem';
import { storyOf } from '../../check/runRule';
import { makeFolder } from '../../support/folder';
import { drawPicture } from '../../support/pictures';

const area = { x: 1, y: 2, width: 3, height: 4 };
const other = { x: 20, y: 2, width: 3, height: 4 };
const step = { title: 'T', notes: { say: 's', point: 'p' } };
const scene = (id: string, image: object, compare?: object) => ({
  kind: 'image',
  id,
  title: id,
  image: { src: 'a.png', alt: 'Two halves.', ...image },
  steps: [{ ...step, ...(compare && { compare: { src: 'a.png', alt: 'Halves.', ...compare } }) }],
});

async function problemsOf(scenes: readonly Record<string, unknown>[]): Promise<readonly string[]> {
  const pixels = await drawPicture('png');
  const folder = await makeFolder({
    ...storyOf({ scenes }),
    'a.png': pixels,
    'copy.png': pixels,
    'else.png': await drawPicture('png', 80, 40),
  });
  const error: unknown = await compileStory(folder).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (error !== undefined && !(error instanceof StoryError)) throw error;
  return error?.problems.map(({ message }) => message) ?? [];
}

test.each([
  ['whole in the same scene', [scene('b', { redact: [area] }, {})], 'steps[0].compare.src', 'of image removes'],
  ['whole in another scene', [scene('b', {}), scene('c', { redact: [area] })], 'image.src', 'of c.json, image removes'],
  [
    'whole in a copy of the file',
    [scene('b', { redact: [area] }), scene('c', { src: 'copy.png' })],
    'image.src',
    'of b.json, image removes',
  ],
  [
    'with fewer areas removed',
    [scene('b', { redact: [area, other] }), scene('c', { redact: [other] })],
    'image.redact',
    'of b.json, image removes, expected the same areas in "redact", or another picture',
  ],
])('reports a redacted picture that is published %s', async (_, scenes, field, message) => {
  const problems = await problemsOf(scenes);
  expect(problems).toEqual([expect.stringContaining(message)]);
  expect(problems[0]).toContain(`${field}: found the picture`);
});

test.each([
  ['with the same areas everywhere', [scene('b', { redact: [area, other] }, { redact: [other, area] })]],
  ['beside another picture', [scene('b', { redact: [area] }, { src: 'else.png' })]],
])('accepts a redacted picture %s', async (_, scenes) => {
  expect(await problemsOf(scenes)).toEqual([]);
});
