import { runChecks, formatReport } from '../check/report';
import { createCheckInput } from '../check/checkInput';
import { compileStory } from '../compiler/pipeline';
import { StoryError } from '../compiler/story/problem';
import { createTimeline } from '../core/timeline';
import { fillStory } from '../core/variables';
import { describeStep } from '../kinds/registry';
import { measureLayout } from '../check/measureLayout';
import { requestedFolder } from '../vite/withBuild';

/** Runs `npm run check [-- folder]`. Returns the exit code: 1 if there are errors, otherwise 0. */
export async function main([folder = requestedFolder()]: readonly string[]): Promise<number> {
  const compiled = await compileStory(folder).catch((error: unknown) => {
    if (error instanceof StoryError) return error;
    throw error;
  });
  if (compiled instanceof StoryError) {
    console.log(`${formatReport(compiled.problems, [])}; the rest is checked once the story can be built`);
    return 1;
  }
  const measured = await measureLayout(folder, createTimeline(fillStory(compiled.story), describeStep));
  const found = runChecks(createCheckInput(compiled, measured));
  const [errors = [], warnings = []] = (['error', 'warning'] as const).map((level) => found.filter((finding) => finding.level === level));
  console.log(formatReport(errors, warnings));
  return errors.length > 0 ? 1 : 0;
}
