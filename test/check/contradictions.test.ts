import { expect, test } from 'vitest';
import { contradictionsRule } from '../../src/check/rules/contradictions';
import { variablesRule } from '../../src/check/rules/variables';
import { found, pageOf, storyOf } from './runRule';

const say = (...lines: string[]) => [{ type: 'text', lines }];
const both = (line: string, address: string, rows?: readonly unknown[]) => storyOf({ blocks: say(line), scenes: [pageOf(address, rows)] });
const json = (value: unknown, line: string) => storyOf({ blocks: [{ type: 'code', json: value }, ...say(line)] });
const user = (value: string) => [{ label: 'User', value }];

test.each([
  ['one port', both('localhost:9876', 'localhost:9876/callback'), []],
  [
    'two ports',
    both('Waiting on localhost:9877', '127.0.0.1:9876/callback'),
    ['warning b.json:5:13  address: “localhost:9876” here, but “localhost:9877” in a.json:17'],
  ],
  [
    'a parameter twice, encoded or not',
    both('open https://x.example/?scope=a+b&redirect_uri=http%3A%2F%2Fl%2Fcb', 'x.example/?redirect_uri=l/cb/&scope=b%20a'),
    [],
  ],
  [
    'another state',
    both('open https://x.example/?state=abc', 'l/cb?state=abd'),
    ['warning b.json:5:13  address: state is “abd” here, but state is “abc” in a.json:17'],
  ],
  ['another client id, in a request’s body', both('-d "client_id=one&x=1"', 'x.example/?client_id=two'), ['client_id is “two” here']],
  [
    'another code, the first and usual one counts',
    storyOf({
      blocks: say('l/cb?code=a1&state=s'),
      scenes: [pageOf('l/cb?code=a2&state=s'), { ...pageOf('l/cb?code=a1&state=s'), id: 'c' }],
    }),
    ['warning b.json:5:13  address: code is “a2” here, but code is “a1” in a.json:17 and 1 other place'],
  ],
  [
    'sent back elsewhere than asked',
    both('https://x.example/?redirect_uri=http%3A%2F%2Flocalhost%3A1234%2Fcallback', 'localhost:1234/cb?code=a&state=b'),
    ['redirect_uri is “localhost:1234/cb” here'],
  ],
  ['words that are no parameters', both('state=running code=0 scope=all', 'x.example/?state=abc&code=1'), []],
  ['parameters cut short', both('https://x.example/?state=ab…', 'x.example/?state=abc'), []],
  ['scopes in any order', json({ user_scopes: ['b', 'a'] }, 'Scopes: a, b'), []],
  [
    'scopes on a page and in the terminal',
    both('Scopes: openid, read', 'x.example', [{ label: 'Scopes', tags: ['openid', 'write'] }]),
    ['scope is “openid write” here, but scope is “openid read”'],
  ],
  ['scopes that are asked for are not those that are held', json({ required_scope: 'c', user_scopes: ['a'] }, 'Scopes: a'), []],
  ['a client id in JSON', json({ client_id: 'one' }, 'Client ID: two'), ['client_id is “two” here, but client_id is “one”']],
  ['a user by mail, by name and with a directory', both('User: dev', 'x.example', user('Company_dev@example.com')), []],
  ['another user', both('User: ann', 'x.example', user('dev@example.com')), ['user is “dev@example.com” here, but user is “ann”']],
  [
    'two people at one domain, told once',
    both('User: ann@example.com', 'x.example', user('dev@example.com')),
    ['“dev@example.com” here, but “ann@example.com”'],
  ],
  ['two people at two companies', both('ann@example.com', 'bob@example.org'), []],
  ['a list of people', storyOf({ blocks: say('a@x.example', 'b@x.example', 'c@x.example', 'd@x.example') }), []],
  ['a repository and a package are no people', both('git clone git@github.com:a/b; npm i a@1.2.3', 'me@github.com'), []],
  [
    'a variable keeps them one',
    storyOf({
      story: { variables: { port: { value: '9876', open: true } } },
      blocks: say('localhost:{{port}}'),
      scenes: [pageOf('localhost:9876/callback')],
    }),
    [],
  ],
])('%s', async (_, files, findings) => {
  expect(await found(contradictionsRule, files)).toEqual(findings.map((words) => expect.stringContaining(words)));
});

const defined = {
  port: { value: '9876' },
  back: { value: 'http://localhost:{{port}}/cb' },
  name: { value: 'world' },
  who: { value: 'Example Corp', open: true },
};
const literal = (line: string) => storyOf({ story: { variables: defined }, blocks: say(line) });

test.each([
  ['a reference', '{{port}} and {{back}} by {{who}}', []],
  [
    'a value written out',
    'on localhost:9876',
    ['warning a.json:17:7  steps[0].blocks[0].lines[0]: “9876” is written out, though {{port}} stands for it'],
  ],
  ['the longest of several', 'http://localhost:9876/cb', ['“http://localhost:9876/cb” is written out, though {{back}}']],
  ['part of a longer number', '198765', []],
  ['a plain word, which stands in any text', 'Hello, world!', []],
  ['two words', 'at Example Corp', ['{{who}}']],
])('literals: %s', async (_, line, findings) => {
  expect(await found(variablesRule, literal(line))).toEqual(findings.map((words) => expect.stringContaining(words)));
});

test('literals: looks in the values of other variables, not in its own', async () => {
  expect(
    await found(variablesRule, storyOf({ story: { variables: { port: { value: '9876' }, back: { value: 'localhost:9876' } } } })),
  ).toEqual([expect.stringMatching(/^warning story\.json:19:13 {2}variables\.back\.value: “9876” is written out/u)]);
});
