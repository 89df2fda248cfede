import { compileStory } from '../../src/compiler/compileStory';
import { createTimeline, type Timeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';

/** Compiles the demo in scenes/ as the build does. */
export async function demoTimeline(): Promise<Timeline> {
  const { story } = await compileStory('scenes');
  return createTimeline(fillStory(story), describeStep);
}
