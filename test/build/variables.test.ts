import path from 'node:path';
import { expect, test } from 'vitest';
import { compileStory } from '../../src/build/pipeline';
import { StoryError } from '../../src/build/story/problem';
import { makeFolder, SCENE, STORY } from './folder';

/** The smallest story with these variables and this text on screen. */
async function folderWith(variables: unknown, text: string): Promise<string> {
  return makeFolder({
    'story.json': STORY.replace('"footer": [],', `"footer": [],\n  "variables": ${JSON.stringify(variables)},`),
    'a.json': SCENE.replace('"hello"', JSON.stringify(text)),
  });
}

async function problemsOf(folder: string): Promise<readonly string[]> {
  const error = await compileStory(folder).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StoryError)) throw new Error('The story has no problems.');
  return error.problems.map(({ file, line, column, message }) => `${path.basename(file)}:${line}:${column}  ${message}`);
}

test('closed variables are filled in at build time, with those they refer to; open ones wait for the address', async () => {
  const folder = await folderWith({ port: { value: '9876' }, back: { value: 'localhost:{{port}}' }, user: { value: 'dev', open: true } }, '{{user}} on {{back}}');
  const { story } = await compileStory(folder);
  expect(JSON.stringify(story.scenes)).toContain('{{user}} on localhost:9876');
  expect(story.variables).toEqual({ user: { value: 'dev', open: true } });
});

test('a name nobody defined is named, with the nearest one there is', async () => {
  expect(await problemsOf(await folderWith({ user: { value: 'dev' } }, 'Hello {{usr}}'))).toEqual([
    'a.json:12:37  steps[0].blocks[1].lines[0]: found {{usr}}, expected a variable the story defines. Did you mean "user"?',
  ]);
});

test('a circle is named, once for each variable in it', async () => {
  const problems = await problemsOf(await folderWith({ a: { value: '{{b}}' }, b: { value: '{{a}}' } }, 'x'));
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('a circle, a → b → a');
});
