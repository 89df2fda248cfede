import { expect, it } from 'vitest';
import { reportCut } from '../../src/app/reportCut';
import { fakeStep, fakeStory } from '../support/fakeStory';

const story = fakeStory([[fakeStep(), fakeStep({ cuts: ['short'] })]]);

it.each([
  [null, undefined],
  ['short', undefined],
  ['shrt', 'The story has no short version “shrt”: it has short. Did you mean “short”? Nothing is left out.'],
  ['', 'The story has no short version “”: it has short. Nothing is left out.'],
])('says what is wrong with the short version %j', async (cut, problem) => {
  expect(await reportCut(story, cut)).toBe(problem);
});
