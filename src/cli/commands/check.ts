import { createCheckInput } from '../../check/checkInput';
import { measureLayout } from '../../check/measureLayout';
import { formatReport, runChecks } from '../../check/report';
import { compileProject } from '../../config/compileProject';
import { StoryError } from '../../compiler/story/problem';
import { createTimeline } from '../../core/timeline';
import { fillStory } from '../../core/variables';
import { describeStep } from '../../kinds/registry';
import { showProgress } from '../../project/progress';
import { updateSchemas } from '../editorSchemas';
import { findStoryFolder } from '../storyFolder';

/** Checks a story and prints the report. Returns the exit code: 1 if there are errors, 0 if there are only warnings or none. */
export async function checkStory(argument: string | undefined): Promise<number> {
  const folder = findStoryFolder(argument);
  await updateSchemas(folder);
  const compiled = await compileProject(folder).catch((error: unknown) => {
    if (error instanceof StoryError) return error;
    throw error;
  });
  if (compiled instanceof StoryError) {
    console.log(`${formatReport(compiled.problems, [])}; the rest is checked once the story can be built`);
    return 1;
  }
  const progress = showProgress();
  const timeline = createTimeline(fillStory(compiled.story), describeStep);
  const measured = await measureLayout(folder, timeline, progress).finally(progress.clear);
  const found = runChecks(createCheckInput(compiled, measured));
  const [errors = [], warnings = []] = (['error', 'warning'] as const).map((level) => found.filter((finding) => finding.level === level));
  console.log(formatReport(errors, warnings));
  return errors.length > 0 ? 1 : 0;
}
