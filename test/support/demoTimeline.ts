import { compileStory } from '../../src/compiler/pipeline';
import { createTimeline, type Timeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';

/** The timeline of the demo in scenes/, made exactly as the build makes it. */
export async function demoTimeline(): Promise<Timeline> {
  const { story } = await compileStory('scenes');
  return createTimeline(fillStory(story), describeStep);
}
