import { expect, test } from 'vitest';
import { createCheckInput } from '../../../src/check/checkInput';
import { wireRule } from '../../../src/check/rules/wire';
import { compileStory } from '../../../src/compiler/compileStory';
import { StoryError } from '../../../src/compiler/story/problem';
import { toMermaid } from '../../../src/core/toMermaid';
import { createTimeline } from '../../../src/core/timeline';
import { fillStory } from '../../../src/core/variables';
import { wireLines } from '../../../src/core/wire';
import { describeStep } from '../../../src/kinds/registry';
import { makeFolder, SCENE, STORY } from '../../support/folder';

const RECORDED = { id: 'recorded', label: 'recorded; real', meaning: 'Copied from a real exchange.', style: 'dotted', role: 'ok' };
const MADE_UP = { id: 'made-up', label: 'made up', meaning: 'Nobody has sent this yet.' };

/** Compiles a story whose wire file has these marks, and two messages with these ids of marks. */
async function compileMarks(marks: readonly object[] | undefined, used: readonly [string?, string?]) {
  const message = (own: object, mark: string | undefined) => ({ ...own, ...(mark !== undefined && { mark }) });
  const file = {
    parties: ['one', 'two'].map((id) => ({ id, name: id, detail: id, role: 'ok' })),
    marks,
    stops: [
      {
        at: 'a/0',
        messages: [
          message({ id: 'ask', kind: 'request', from: 'one', to: 'two', label: 'GET' }, used[0]),
          message({ id: 'answer', kind: 'response', replyTo: 'ask', from: 'two', to: 'one', label: '200' }, used[1]),
        ],
      },
    ],
  };
  const index = STORY.replace('"scenes": ["a.json"]', '"scenes": ["a.json"],\n  "wire": "wire.json"');
  return compileStory(await makeFolder({ 'story.json': index, 'a.json': SCENE, 'wire.json': JSON.stringify(file, null, 1) }));
}

async function problems(...args: Parameters<typeof compileMarks>): Promise<readonly string[]> {
  const error: unknown = await compileMarks(...args).catch((reason: unknown) => reason);
  if (!(error instanceof StoryError)) throw new Error('The story has no problems.');
  return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const textOf = async (...args: Parameters<typeof compileMarks>): Promise<readonly string[]> => {
  const { wire } = await compileMarks(...args);
  return wireLines(wire!, wire!.stops[0]!);
};

test('the list of the story names its messages, in text and in Mermaid', async () => {
  const { wire, story } = await compileMarks([RECORDED, MADE_UP], ['recorded', 'made-up']);
  expect(wire?.marks).toEqual([RECORDED, { ...MADE_UP, style: 'solid', role: 'dim' }]);
  expect(await textOf([RECORDED, MADE_UP], ['recorded', 'made-up'])).toEqual([
    'one → two: GET (recorded; real)',
    'two → one: 200 (made up)',
  ]);
  const mermaid = toMermaid(wire!, createTimeline(fillStory(story), describeStep));
  expect(mermaid).toContain('p1->>p2: GET (recorded#59; real)\n  p2-->>p1: 200 (made up)');
});

test('messages need no mark in a file without a list', async () => {
  expect((await compileMarks(undefined, [])).wire?.marks).toEqual([]);
  expect(await textOf(undefined, [])).toEqual(['one → two: GET', 'two → one: 200']);
});

test('a file without a list keeps the three marks of before, and explains those it uses', async () => {
  expect(await textOf(undefined, ['as-deployed', 'aws'])).toEqual(['one → two: GET (as deployed)', 'two → one: 200 (AWS)']);
  const { wire } = await compileMarks(undefined, ['added']);
  expect(wire?.marks).toEqual([
    { id: 'added', label: 'added', meaning: 'The story or a specification needs it; the backend lacks it.', style: 'dashed', role: 'dim' },
  ]);
});

test('a mark that is not in the list, and a missing one, are errors at their place', async () => {
  expect(await problems([RECORDED, MADE_UP], ['recordet'])).toEqual([
    expect.stringContaining(
      'messages[0].mark: found "recordet", expected the id of a mark: "recorded", "made-up". Did you mean "recorded"?',
    ),
    expect.stringMatching(/messages\[1\]\.mark: .*expected the id of a mark: "recorded", "made-up"/u),
  ]);
  expect(await problems([RECORDED], ['aws', 'recorded'])).toHaveLength(1);
  expect(await problems(undefined, ['awz'])).toEqual([expect.stringContaining('Did you mean "aws"?')]);
});

test('an empty list of marks, and one that is no list, are one error each', async () => {
  expect(await problems([], ['real', 'aws'])).toEqual([expect.stringContaining(' marks: ')]);
  expect(await problems({ real: RECORDED } as never, ['real'])).toEqual([expect.stringContaining(' marks: ')]);
});

test('a file without a list names no marks that its author has not seen', async () => {
  expect(await problems(undefined, ['real'])).toEqual([expect.stringMatching(/expected no mark, or a list `marks` that has it$/u)]);
});

test('an id of two marks is an error', async () => {
  expect(await problems([RECORDED, { ...MADE_UP, id: 'recorded' }], ['recorded', 'recorded'])).toEqual([
    expect.stringContaining('marks[1].id'),
  ]);
});

test('npm run check names marks that no message has', async () => {
  const findings = async (...args: Parameters<typeof compileMarks>) =>
    wireRule.check(createCheckInput(await compileMarks(...args), { skipped: '' })).map(({ level, message }) => `${level} ${message}`);
  expect(await findings([RECORDED, MADE_UP], ['recorded', 'recorded'])).toEqual([
    'warning marks[1].id: no message has the mark “made up”, and the legend explains it. Leave it out, or use it',
  ]);
  expect(await findings(undefined, ['aws'])).toEqual([]);
});
