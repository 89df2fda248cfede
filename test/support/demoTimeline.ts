import { compileStory } from '../../src/compiler/pipeline';
import { timelineOf, type Timeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describe } from '../../src/kinds/registry';

/** The timeline of the demo in scenes/, made exactly as the build makes it. */
export async function demoTimeline(): Promise<Timeline> {
  const { story } = await compileStory('scenes');
  return timelineOf(fillStory(story), describe);
}
