import path from 'node:path';
import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { QUERY_NAMES } from '../../src/core/query';
import { fillStory } from '../../src/core/variables';
import { StoryError } from '../../src/compiler/story/problem';
import { makeFolder, SCENE, STORY } from '../support/folder';

/** A minimal story with these variables and this text on screen. */
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

test('fills closed variables and their references at build time, and keeps references to open ones', async () => {
  const folder = await folderWith(
    { port: { value: '9876' }, back: { value: 'localhost:{{port}}' }, user: { value: 'dev', open: true } },
    '{{user}} on {{back}}',
  );
  const { story } = await compileStory(folder);
  expect(JSON.stringify(story.scenes)).toContain('{{user}} on localhost:9876');
  expect(story.variables).toEqual({ user: { value: 'dev', open: true } });
});

test('reports an undefined variable and suggests the closest name', async () => {
  expect(await problemsOf(await folderWith({ user: { value: 'dev' } }, 'Hello {{usr}}'))).toEqual([
    'a.json:12:37  steps[0].blocks[1].lines[0]: found {{usr}}, expected a variable the story defines. Did you mean "user"?',
  ]);
});

test('reports a cycle once for each variable in it', async () => {
  const problems = await problemsOf(await folderWith({ a: { value: '{{b}}' }, b: { value: '{{a}}' } }, 'x'));
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('a circle, a → b → a');
});

test.each([
  ['to itself', { a: { value: '{{a}}' } }, ['a → a']],
  ['to itself, open', { a: { value: '{{a}}', open: true } }, ['a → a']],
  ['of open variables', { a: { value: '{{b}}', open: true }, b: { value: '{{a}}', open: true } }, ['a → b → a', 'b → a → b']],
  ['of an open and a closed one', { a: { value: '{{b}}', open: true }, b: { value: '{{a}}' } }, ['a → b → a', 'b → a → b']],
])('reports a cycle %s', async (_, variables, circles) => {
  expect(await problemsOf(await folderWith(variables, 'x'))).toEqual(
    circles.map((circle) => expect.stringContaining(`a circle, ${circle},`)),
  );
});

test('fills open variables that refer to each other with the values in the address', async () => {
  const variables = {
    user: { value: '{{login}}@{{company}}', open: true },
    login: { value: 'dev', open: true },
    company: { value: 'example.com' },
  };
  const { story } = await compileStory(await folderWith(variables, '{{user}}'));
  expect(JSON.stringify(fillStory(story).scenes)).toContain('dev@example.com');
  expect(JSON.stringify(fillStory(story, new URLSearchParams('login=ann')).scenes)).toContain('ann@example.com');
  expect(JSON.stringify(fillStory(story, new URLSearchParams('user={{login}}')).scenes)).toContain('"{{login}}"');
});

test.each(QUERY_NAMES)('rejects %s as the name of an open variable, but not of a closed one', async (name) => {
  const message =
    `: found an open variable called "${name}", expected another name, as the page itself reads ?${name}= from ` +
    `its address; ${QUERY_NAMES.join(', ')} are taken`;
  expect(await problemsOf(await folderWith({ [name]: { value: 'x', open: true } }, `{{${name}}}`))).toEqual([
    expect.stringMatching(new RegExp(`^story\\.json:\\d+:\\d+ {2}variables\\.${name}${literal(message)}$`, 'u')),
  ]);
  await expect(compileStory(await folderWith({ [name]: { value: 'x' } }, `{{${name}}}`))).resolves.toBeDefined();
});

function literal(text: string): string {
  return text.replaceAll(/[.?]/gu, '\\$&');
}
