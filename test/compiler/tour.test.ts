import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { blockSchema } from '../../src/schema/block';
import { fillStory } from '../../src/core/variables';
import { terminalLayoutAt, outputAt } from '../../src/core/terminal/terminalLayout';
import { stopAt, createTimeline } from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';
import { createHeadlessTerminal, bufferRows, writeChunks } from '../support/headlessTerminal';

const { story } = await compileStory('examples/tour');
const timeline = createTimeline(fillStory(story), describeStep);

test('the tour shows every block type', () => {
  const shown = new Set(timeline.stops.flatMap((stop) => (stop.blocks ?? []).map(({ type }) => type)));
  expect([...shown].toSorted()).toEqual(blockSchema.options.map((option) => option.shape.type.value).toSorted());
});

test('a step that clears removes the output of earlier steps, the scrollback included', async () => {
  const terminal = createHeadlessTerminal(92);
  await writeChunks(terminal, [
    outputAt(terminalLayoutAt(timeline, stopAt(timeline, 2), 92)),
    '\u001bc',
    outputAt(terminalLayoutAt(timeline, stopAt(timeline, 4), 92)),
  ]);
  const text = bufferRows(terminal).join('\n');
  expect(text).toContain('Uploading');
  expect(text).not.toContain('deploy --plan');
});

test('colours added and removed lines green and red in every language', () => {
  const code = timeline.stops[2]?.blocks?.find((each) => each.type === 'code');
  const roles = code?.lines.map((line) => line[0]?.[1]);
  expect(roles).toEqual(['info', 'text', 'error', 'ok']);
});

test('every line of a block is in the text for screen readers', () => {
  expect(timeline.stops[1]?.textLines).toContain('web · 1.4.2 → 1.5.0 · changes');
  expect(timeline.stops[1]?.textLines).toContain('    service.json');
  expect(timeline.stops[4]?.textLines).toContain('Uploading  100 %');
});
