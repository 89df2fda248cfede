import { expect, test } from 'vitest';
import { cutsRule } from '../../src/check/rules/cuts';
import { found, storyOf } from './runRule';

const blocks = [{ type: 'text', lines: ['hello'] }];
const scene = (fields: object, ...steps: object[]) => ({
  kind: 'terminal',
  id: 'b',
  title: 'Next',
  window: 'Terminal',
  ...fields,
  steps: steps.map((own, at) => ({ title: `Step ${at}`, notes: { say: `Say ${at}!`, point: 'There.' }, blocks, ...own })),
});

test.each<[what: string, files: Readonly<Record<string, string>>, findings: readonly RegExp[]]>([
  ['a step that nothing needs', storyOf({ steps: [{}, { cuts: ['short'] }, {}] }), []],
  [
    'the last step before a scene that continues',
    storyOf({ steps: [{}, { cuts: ['short'] }], scenes: [scene({ continues: true }, {})] }),
    [
      /^error b\.json:\d+:\d+ {2}steps\[0\]: the short version "short" leaves out a\.json:\d+, in whose terminal this scene goes on/u,
      /^warning a\.json:\d+:\d+ {2}steps\[1\]: is optional, and the speaker window will not offer to drop it: b\.json:\d+ needs it/u,
    ],
  ],
  [
    'both a step and what continues it',
    storyOf({ steps: [{}, { cuts: ['short'] }], scenes: [scene({ continues: true, cuts: ['short'] }, {})] }),
    [],
  ],
])('finds what is broken without %s', async (_, files, findings) => {
  const list = await found(cutsRule, files);
  expect(list).toHaveLength(findings.length);
  findings.forEach((pattern, at) => expect(list[at]).toMatch(pattern));
});
