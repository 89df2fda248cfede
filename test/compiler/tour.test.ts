import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/pipeline';
import { block } from '../../src/schema/block';
import { fillStory } from '../../src/core/variables';
import { frameAt, outputAt } from '../../src/core/terminal/terminalLayout';
import { stopAt, timelineOf } from '../../src/core/timeline';
import { describe } from '../../src/kinds/registry';
import { openHeadless, rowsOf, write } from '../support/headlessTerminal';

const { story } = await compileStory('examples/tour');
const timeline = timelineOf(fillStory(story), describe);

test('the tour shows every kind of block there is', () => {
  const shown = new Set(timeline.stops.flatMap((stop) => (stop.blocks ?? []).map(({ type }) => type)));
  expect([...shown].toSorted()).toEqual(block.options.map((option) => option.shape.type.value).toSorted());
});

test('a step that clears leaves nothing of the steps before, not even to scroll back to', async () => {
  const terminal = openHeadless(92);
  await write(terminal, [
    outputAt(frameAt(timeline, stopAt(timeline, 2), 92)),
    '\u001bc',
    outputAt(frameAt(timeline, stopAt(timeline, 3), 92)),
  ]);
  const text = rowsOf(terminal).join('\n');
  expect(text).toContain('Uploading');
  expect(text).not.toContain('deploy --plan');
});

test('changes are green and red, whatever the language round them', () => {
  const code = timeline.stops[2]?.blocks?.find((each) => each.type === 'code');
  const roles = code?.lines.map((line) => line[0]?.[1]);
  expect(roles).toEqual(['info', 'text', 'error', 'ok']);
});

test('every line of a block is there for a screen reader', () => {
  expect(timeline.stops[1]?.lines).toContain('web · 1.4.2 → 1.5.0 · changes');
  expect(timeline.stops[1]?.lines).toContain('    service.json');
  expect(timeline.stops[3]?.lines).toContain('Uploading  100 %');
});
