import { expect, test } from 'vitest';
import { formatStopNumber } from '../../src/core/stopNumber';
import { parseVariable } from '../../src/export/options';
import { selectStops, type Selection } from '../../src/export/selection';
import { makeFolder, STORY } from '../support/folder';

const steps = (...cuts: (string | undefined)[]): object[] =>
  cuts.map((cut, index) => ({
    title: `Step ${index + 1}`,
    notes: { say: 'Say.', point: 'Point.' },
    ...(cut !== undefined && { cuts: [cut] }),
    blocks: [{ type: 'text', lines: ['{{user}}'] }],
  }));
const scene = (id: string, fields: object): string => JSON.stringify({ kind: 'terminal', id, title: id, window: 'Terminal', ...fields });
const FILES = {
  'story.json': JSON.stringify({
    ...(JSON.parse(STORY) as object),
    scenes: ['one.json', 'two.json', 'aside.json'],
    variables: { user: { value: 'ann', open: true }, port: { value: '8080' } },
  }),
  'one.json': scene('one', { steps: steps(undefined, 'short') }),
  'two.json': scene('two', { steps: steps('short') }),
  'aside.json': scene('aside', { detour: true, steps: steps(undefined, undefined) }),
};

const select = async (selection: Selection) => selectStops(await makeFolder(FILES), selection);
const numbers = async (selection: Selection): Promise<readonly string[]> => (await select(selection)).stops.map(formatStopNumber);

test.each<[Selection, readonly string[]]>([
  [{}, ['1.1', '1.2', '2.1', 'D1.1', 'D1.2']],
  [{ scene: 'one' }, ['1.1', '1.2']],
  [{ scene: 'aside' }, ['D1.1', 'D1.2']],
  [{ cut: 'short' }, ['1.1', 'D1.1', 'D1.2']],
  [{ stop: ['2.1', '1.2'] }, ['1.2', '2.1']],
  [{ stop: ['1', '1.1'] }, ['1.1', '1.2']],
  [{ stop: ['d1.2'] }, ['D1.2']],
])('%j selects %j', async (selection, expected) => {
  expect(await numbers(selection)).toEqual(expected);
});

test('open variables have the given values in the stops and in the address of the page', async () => {
  const { stops, query } = await select({ set: { user: 'Ünal & Co' }, cut: 'short' });
  expect(stops[0]!.textLines).toContain('Ünal & Co');
  expect(`${query}`).toBe('user=%C3%9Cnal+%26+Co&cut=short');
});

test.each<[Selection, string]>([
  [{ scene: 'tow' }, 'There is no scene "tow" in this story, which has one, two, aside. Did you mean "two"?'],
  [{ scene: 'two', cut: 'short' }, 'The short version “short” leaves out the whole scene "two".'],
  [{ cut: 'shrot' }, 'Did you mean “short”?'],
  [{ stop: ['1.1', '7.1'] }, 'There is no stop 7.1 in this story. Its stops, as the overview names them: 1.1, 1.2, 2.1, D1.1, D1.2.'],
  [{ stop: ['2.1'], scene: 'one' }, 'There is no stop 2.1 in the scene "one".'],
  [{ set: { usr: 'x' } }, 'The story has no open variable "usr": it has user. Did you mean "user"?'],
  [{ set: { __proto__: 'x', constructor: 'x' } }, 'no open variable "constructor"'],
  [{ set: { port: '9' } }, 'no open variable "port"'],
  [{ set: { user: ' ' } }, 'a value has 1 to 80 printable characters'],
  [{ set: { user: 'x'.repeat(81) } }, 'a value has 1 to 80 printable characters'],
])('%j is refused', async (selection, message) => {
  await expect(select(selection)).rejects.toThrow(message);
});

test('values of variables are parsed, and may hold anything', () => {
  expect(parseVariable('a=1', { b: '2' })).toEqual({ b: '2', a: '1' });
  expect(parseVariable('url=https://a.example/?b=c\nd').url).toBe('https://a.example/?b=c\nd');
  expect(() => parseVariable('a')).toThrow('It is written as name=value.');
});
