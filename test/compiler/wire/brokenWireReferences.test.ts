import path from 'node:path';
import { expect, test } from 'vitest';
import { compileStory } from '../../../src/compiler/compileStory';
import { StoryError } from '../../../src/compiler/story/problem';
import { makeFolder, SCENE, STORY } from '../../support/folder';

const WIRE = `{
  "values": { "word": "hello" },
  "parties": [
    { "id": "client", "name": "Client", "detail": "here", "role": "agent" },
    { "id": "server", "name": "Server", "detail": "there", "role": "ok" }
  ],
  "stops": [
    { "at": "a/0", "messages": [
      { "id": "ask", "kind": "request", "from": "client", "to": "server", "label": "GET {{word}}", "mark": "added", \
"request": "GET https://example.com/" },
      { "id": "answer", "kind": "response", "replyTo": "ask", "from": "server", "to": "client", "label": "200", "mark": "added", \
"status": "200 OK" }
    ] }
  ]
}`;

const INDEX = STORY.replace('"scenes": ["a.json"]', '"scenes": ["a.json"],\n  "wire": "wire.json"');

/** The problems of the story with `from` replaced in its wire file. */
async function problems(from: string, to: string): Promise<readonly string[]> {
  if (!WIRE.includes(from)) throw new Error(`Nothing to replace: ${from}`);
  const folder = await makeFolder({ 'story.json': INDEX, 'a.json': SCENE, 'wire.json': WIRE.replace(from, () => to) });
  const error: unknown = await compileStory(folder).catch((reason: unknown) => reason);
  if (!(error instanceof StoryError)) throw new Error('The story has no problems.');
  return error.problems.map(({ file, line, column, message }) => `${path.relative(folder, file)}:${line}:${column}  ${message}`);
}

test('compiles a valid wire file with its values filled in', async () => {
  const { wire, story } = await compileStory(await makeFolder({ 'story.json': INDEX, 'a.json': SCENE, 'wire.json': WIRE }));
  expect(wire?.stops[0]?.messages[0]).toMatchObject({ id: 'ask', label: 'GET hello' });
  expect(JSON.stringify(story)).not.toContain('GET hello');
});

test('compiles a story without a wire file', async () => {
  const { wire, story } = await compileStory(await makeFolder({ 'story.json': STORY, 'a.json': SCENE }));
  expect([wire, story.wire]).toEqual([undefined, undefined]);
});

test('reports a missing wire file', async () => {
  const folder = await makeFolder({ 'story.json': INDEX, 'a.json': SCENE, 'wires.json': WIRE });
  await expect(compileStory(folder)).rejects.toThrow('wire: found "wire.json", expected a file in');
  await expect(compileStory(folder)).rejects.toThrow('Did you mean "wires.json"?');
});

test.each<readonly [what: string, from: string, to: string, ...problems: string[]]>([
  [
    'an unknown party',
    '"to": "server"',
    '"to": "sever"',
    'wire.json:9:65  stops[0].messages[0].to: found "sever", expected the id of a party. Did you mean "server"?',
    'wire.json:10:71  stops[0].messages[1].from: found "server", expected the way back of “ask”: from "sever" to "client"',
  ],
  [
    'an unknown stop',
    '"at": "a/0"',
    '"at": "a/1"',
    'wire.json:8:13  stops[0].at: found "a/1", expected a stop of the story. Did you mean "a/0"?',
  ],
  [
    'a response without a request',
    '"replyTo": "ask"',
    '"replyTo": "task"',
    'wire.json:9:15  stops[0].messages[0].id: found "ask", expected a response to this request',
    'wire.json:10:56  stops[0].messages[1].replyTo: found "task", expected the id of an earlier request that has no response ' +
      'yet. Did you mean "ask"?',
  ],
  [
    'a response from another party',
    '"from": "server", "to": "client"',
    '"from": "client", "to": "server"',
    'wire.json:10:71  stops[0].messages[1].from: found "client", expected the way back of “ask”: from "server" to "client"',
  ],
  [
    'the same id twice',
    '"id": "answer"',
    '"id": "ask"',
    'wire.json:10:15  stops[0].messages[1].id: found "ask", expected an id of its own; another has this one',
  ],
  [
    'an undefined variable',
    '{{word}}',
    '{{wort}}',
    'wire.json:9:84  stops[0].messages[0].label: found {{wort}}, expected a variable the story defines. Did you mean "word"?',
  ],
  [
    'an unknown mark',
    '"label": "200", "mark": "added"',
    '"label": "200", "mark": "ads"',
    'wire.json:10:121  stops[0].messages[1].mark: found "ads", expected no mark, or a list `marks` that has it. Did you mean "aws"?',
  ],
  [
    'a request line without a method',
    '"GET https',
    '"https',
    'wire.json:9:128  stops[0].messages[0].request: found "https://example.com/", expected a method and an address, for example ' +
      '"POST https://example.com/mcp"',
  ],
])('reports %s', async (_, from, to, ...expected) => {
  expect(await problems(from, to)).toEqual(expected);
});
