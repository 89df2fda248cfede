import { expect, test } from 'vitest';
import { story as builtStory } from 'virtual:story';
import { wire } from 'virtual:wire';
import { fillStory } from '../../src/core/variables';
import { createTimeline } from '../../src/core/timeline';
import { terminalLayoutAt } from '../../src/core/terminal/terminalLayout';
import { describeStep } from '../../src/kinds/registry';
import { uncoveredClusters } from '../../src/fonts/coverage';

const story = fillStory(builtStory);

const timeline = createTimeline(story, describeStep);

test.each(timeline.stops.filter((stop) => stop.blocks).map((stop) => [`${stop.scene.id}/${stop.step}`, stop] as const))(
  'the bundled terminal font has all characters at %s',
  (_, stop) => {
    const { rows, spinner } = terminalLayoutAt(timeline, stop, 92);
    const text = rows.flatMap((row) => row.map((piece) => piece.text)).join('') + (spinner?.frames.join('') ?? '') + '▎';
    expect(uncoveredClusters(text, 'Understudy Mono')).toEqual([]);
  },
);

test('the bundled fonts have all characters of the story, status bar and notes included', () => {
  expect(uncoveredClusters(JSON.stringify([story, wire]), 'Understudy Sans')).toEqual([]);
});

test('reports characters that no font has', () => {
  expect(uncoveredClusters('aཀb漢', 'Understudy Mono')).toEqual(['ཀ']);
});
