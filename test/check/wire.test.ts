import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { charactersRule } from '../../src/check/rules/characters';
import { contradictionsRule } from '../../src/check/rules/contradictions';
import { linksRule } from '../../src/check/rules/links';
import { secretsRule } from '../../src/check/rules/secrets';
import { variablesRule } from '../../src/check/rules/variables';
import { wireRule } from '../../src/check/rules/wire';
import { runChecks } from '../../src/check/report';
import { createCheckInput } from '../../src/check/checkInput';
import { compileStory } from '../../src/compiler/compileStory';
import { makeFolder } from '../support/folder';
import { found, pageOf, storyOf } from './runRule';

/** Returns the files of a story with a page at `http://localhost:9876/callback?code=a&state=b`. `message` extends its one request. */
function wired(message: object, values: object = {}): Readonly<Record<string, string>> {
  const request = {
    id: 'ask',
    kind: 'request',
    from: 'one',
    to: 'two',
    label: 'GET /callback',
    mark: 'made-up',
    request: 'GET http://localhost:9876/callback',
    ...message,
  };
  const answer = {
    id: 'answer',
    kind: 'response',
    replyTo: 'ask',
    from: 'two',
    to: 'one',
    label: '200',
    mark: 'made-up',
    status: '200 OK',
  };
  const parties = ['one', 'two'].map((id) => ({ id, name: id, detail: id, role: 'ok' }));
  const file = {
    values,
    marks: [{ id: 'made-up', label: 'made up', meaning: 'For this test.' }],
    parties,
    stops: [{ at: 'b/0', questions: [{ ask: 'Why?', answer: 'See #/nowhere.' }], messages: [request, answer] }],
  };
  const story = { wire: 'wire.json', variables: { port: { value: '9876' }, user: { value: 'ann@example.com', open: true } } };
  return {
    ...storyOf({ story, scenes: [pageOf('http://localhost:{{port}}/callback?code=a&state=b')] }),
    'wire.json': JSON.stringify(file, null, 1),
  };
}

test('reports a contradiction as an error at its place in the file', async () => {
  expect(await found(wireRule, wired({ query: ['code=a', 'state=b'] }))).toEqual([]);
  expect(await found(wireRule, wired({ query: ['code=a', 'state=other'] }))).toEqual([
    expect.stringMatching(
      /^error wire\.json:\d+:\d+ {2}stops\[0\]\.messages\[0\]\.query\[1\]: found "other", expected "b", as the address bar shows$/u,
    ),
  ]);
});

test('finds nothing in a story without a wire file', async () => {
  expect(await found(wireRule, storyOf({}))).toEqual([]);
});

test('reports a wrong state in the demo’s wire file, and nothing else', async () => {
  const names = ['story.json', 'agent.json', 'cognito.json', 'sso.json', 'callback.json', 'comparison.json', 'wire.json'];
  const files = await Promise.all(names.map(async (name) => [name, await readFile(path.join('scenes', name), 'utf8')] as const));
  const spoiled = files.map(
    ([name, text]) => [name, name === 'wire.json' ? text.replace('"state": "pkce_xyz"', '"state": "pkce_abc"') : text] as const,
  );
  const folder = await makeFolder(Object.fromEntries(spoiled));
  const all = runChecks(createCheckInput(await compileStory(folder), { stops: [], viewport: { width: 1280, height: 720 } })).filter(
    ({ message }) => !message.startsWith('$schema'),
  );
  const lines = (Object.fromEntries(files)['wire.json'] ?? '').split('\n');
  expect(all.length).toBeGreaterThan(0);
  for (const { level, file, line, message } of all) {
    expect([level, file]).toEqual(['error', path.join(folder, 'wire.json')]);
    expect(lines[line - 1]).toContain('state={{state}}');
    expect(message).toContain('found "pkce_abc", expected "pkce_xyz", as the address bar shows');
  }
});

test('other rules read the wire file too: secrets, characters, variables, links', async () => {
  const key = `AKIA${'Q7ZP4MVN2KD8WXTB'}`;
  expect(await found(secretsRule, wired({}, { key }))).toEqual([
    expect.stringMatching(/^error wire\.json:3:\d+ {2}values\.key: AKIA… looks like an AWS access key id/u),
  ]);
  expect(await found(charactersRule, wired({ note: 'ᚠ' }))).toEqual([
    expect.stringMatching(/^warning wire\.json:\d+:\d+ {2}stops\[0\]\.messages\[0\]\.note: the page’s fonts have no ᚠ/u),
  ]);
  expect(await found(linksRule, wired({ body: { json: { href: '/orders/1' } } }))).toEqual([
    expect.stringMatching(/^warning wire\.json:\d+:\d+ {2}.*answer: there is no stop #\/nowhere/u),
  ]);
  expect(await found(variablesRule, wired({ note: 'Port 9876.' }))).toEqual([
    expect.stringMatching(/messages\[0\]\.request: “9876” is written out/u),
    expect.stringMatching(/messages\[0\]\.note: “9876” is written out/u),
  ]);
});

test('contradictions and open variables do not apply to the wire file’s values and tokens', async () => {
  const files = wired(
    { query: ['client_id=real', 'code=a', 'state=b'], note: 'localhost:9877' },
    { token: { jwt: { header: {}, payload: { user: 'ann@example.com' }, signature: 'NONE' } } },
  );
  const named = { ...files, 'story.json': files['story.json']!.replace('"topic": "topic"', '"topic": "?client_id=shown"') };
  expect(await found(contradictionsRule, named)).toEqual([]);
  expect((await found(variablesRule, files)).filter((each) => each.includes('ann@'))).toEqual([]);
});
