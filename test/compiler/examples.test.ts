import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileProject } from '../../src/config/compileProject';
import { fillStory } from '../../src/core/variables';
import { createTimeline } from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';

test.each(await readdir('examples'))('the story examples/%s compiles, and every stop can be counted', async (name) => {
  const { story } = await compileProject(path.join('examples', name));
  const timeline = createTimeline(fillStory(story), describeStep);
  expect(timeline.stops.length).toBeGreaterThan(2);
  for (const stop of timeline.stops) expect(stop.textLines.join('')).not.toMatch(/\{\{/u);
});
