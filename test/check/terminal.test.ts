import { expect, test } from 'vitest';
import { terminalRule } from '../../src/check/rules/terminal';
import { typingRule } from '../../src/check/rules/typing';
import { recordingScene, asciicastV3 } from '../support/recording';
import { STORY } from '../support/folder';
import { found, storyOf } from './runRule';

const LONG = 'word '.repeat(60).trim();

test.each([
  ['24 rows', [{ type: 'text', lines: Array.from({ length: 24 }, () => 'row') }], []],
  [
    '25 rows',
    [{ type: 'text', lines: ['first', ...Array.from({ length: 24 }, () => 'row')] }],
    ['warning a.json:7:3  steps[0]: prints 25 rows, and the terminal shows 24: “first” scrolls away'],
  ],
  ['a line of code that fits to the cell', [{ type: 'code', lang: 'js', text: ['x'.repeat(86)] }], []],
  [
    'a line of code one cell too long',
    [{ type: 'code', lang: 'js', text: ['let y;', 'x'.repeat(87)] }],
    ['warning a.json:19:7  steps[0].blocks[0].text[1]: the line “xxx'],
  ],
  ['JSON whose texts wrap, as laid out for the author', [{ type: 'code', json: { answer: 'word '.repeat(30) } }], []],
  [
    'JSON of a text that is a page',
    [{ type: 'code', json: { answer: LONG } }],
    ['warning a.json:16:14  steps[0].blocks[0].json: the line “"answer": "word'],
  ],
  [
    'a long command',
    [{ type: 'shell', prompt: '$', command: `echo ${LONG}` }],
    ['warning a.json:17:17  steps[0].blocks[0].command: the command takes 4 rows'],
  ],
  [
    'a long prompt',
    [{ type: 'shell', prompt: '~/a/way/that/leads/deep/into/a/project $$', command: 'ls' }],
    ['warning a.json:16:16  steps[0].blocks[0].prompt: the prompt takes 41 of 92 columns'],
  ],
])('%s', async (_, blocks, findings) => {
  expect(await found(terminalRule, storyOf({ blocks }))).toEqual(findings.map((words) => expect.stringContaining(words)));
});

test('reports a stop that plays more than 20 seconds, with its duration', async () => {
  const pauses = (ms: number) =>
    storyOf({
      blocks: [
        { type: 'text', pause: 9000, lines: ['a'] },
        { type: 'text', pause: ms, lines: ['b'] },
      ],
    });
  expect(await found(typingRule, pauses(10_000))).toEqual([]);
  expect(await found(typingRule, storyOf({ blocks: [1, 2, 3].map(() => ({ type: 'text', pause: 9000, lines: ['a'] })) }))).toEqual([
    expect.stringMatching(/^warning a\.json:7:3 {2}steps\[0\]: plays for 27 seconds/u),
  ]);
});

test('advises markers or "idle" for a recording that plays too long', async () => {
  const playing = (lines: number, pause: number, scene: object = {}) => {
    const cast = asciicastV3(Array.from({ length: lines }, (_, line) => [pause, 'o', `${line}\r\n`]));
    return found(typingRule, { 'story.json': STORY, 'a.json': recordingScene(scene), 'demo.cast': cast });
  };
  const long =
    'plays for 30 seconds before it stands; beyond 20 a room looks elsewhere. ' +
    'Make two stops of it, with a marker or with "at" in its steps';
  expect(await playing(60, 0.5)).toEqual([`warning a.json:6:11  file: ${long}, or play it in 18 seconds with "idle": 0.3`]);
  expect(await playing(600, 0.05), 'without pauses').toEqual([`warning a.json:6:11  file: ${long}`]);
  expect(await playing(60, 0.5, { steps: [{ title: 'One' }] }), 'with a step').toEqual([
    expect.stringMatching(/^warning a\.json:8:5 {2}steps\[0\]: /u),
  ]);
  expect(await playing(60, 0.5, { idle: 0.3 })).toEqual([]);
});
