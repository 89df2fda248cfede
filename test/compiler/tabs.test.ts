import { expect, test } from 'vitest';
import { runChecks } from '../../src/check/report';
import { createCheckInput } from '../../src/check/checkInput';
import { compileStory } from '../../src/compiler/compileStory';
import { StoryError } from '../../src/compiler/story/problem';
import { terminalLayoutAt, outputAt } from '../../src/core/terminal/terminalLayout';
import { createTimeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';
import { makeFolder, PAGE, SCENE, STORY } from '../support/folder';

const BLOCKS = [
  { type: 'code', lang: 'go', text: ['type A struct {', '\tname string\t// who', '}'], mark: [{ text: 'string\t//', role: 'error' }] },
  { type: 'text', lines: ['NAME\tREADY', [{ text: 'web', bold: true }, '\t1/1']] },
  { type: 'box', lines: ['a\tb'] },
  { type: 'say', who: 'Agent:', role: 'agent', text: ['c\td'] },
];

test('expands tabs in code and output to the next tab stop without a problem', async () => {
  const compiled = await compileStory(
    await makeFolder({
      'story.json': STORY,
      'a.json': SCENE.replace('{ "type": "rule" }', () => BLOCKS.map((block) => JSON.stringify(block)).join(',')),
    }),
  );
  const timeline = createTimeline(fillStory(compiled.story), describeStep);
  // oxlint-disable-next-line no-control-regex
  const shown = outputAt(terminalLayoutAt(timeline, timeline.stops[0]!, 92), Infinity).replaceAll(/\u001B\[[\d;?]*[A-Za-z]/gu, '');
  for (const row of ['    name string // who', 'NAME    READY', 'web     1/1', 'a       b', 'c       d']) expect(shown).toContain(row);
  expect(JSON.stringify(compiled.story)).not.toContain('\\t');
  expect(
    runChecks(createCheckInput(compiled, { skipped: '' })).filter(({ message }) => message.includes('font') || message.includes('U+0009')),
  ).toEqual([]);
});

test('accepts tabs in the code of a board and rejects them in a title with advice', async () => {
  const panel = PAGE.replace('{ "type": "points", "mark": "x", "items": ["one"] }', () =>
    JSON.stringify({ type: 'code', code: { lang: 'make', text: ['all:', '\tgo build'] } }),
  );
  const { story } = await compileStory(await makeFolder({ 'story.json': STORY.replace('a.json', 'b.json'), 'b.json': panel }));
  expect(JSON.stringify(story)).toContain('    ');
  const error = await compileStory(
    await makeFolder({ 'story.json': STORY, 'a.json': SCENE.replace('"One"', () => JSON.stringify('O\tne')) }),
  ).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoryError);
  expect((error as Error).message).toContain(
    'the character U+0009 at position 2 cannot be shown (no control characters, line breaks or marks that change the direction ' +
      'of text); write spaces in place of the tab',
  );
});
