import { findings, report } from '../check/report';
import { subjectOf } from '../check/checkInput';
import { compileStory } from '../compiler/pipeline';
import { StoryError } from '../compiler/story/problem';
import { timelineOf } from '../core/timeline';
import { fillStory } from '../core/variables';
import { describe } from '../kinds/registry';
import { measure } from '../check/measureLayout';
import { askedFolder } from '../vite/with-build';

/**
 * Looks at a story as its presenter would, before anybody else does: `npm run check [-- folder]`, or the folder SCENES names.
 *
 * @returns the exit code: 1 when there are errors; warnings are the author's to judge
 */
export async function main([folder = askedFolder()]: readonly string[]): Promise<number> {
  const compiled = await compileStory(folder).catch((error: unknown) => {
    if (error instanceof StoryError) return error;
    throw error;
  });
  if (compiled instanceof StoryError) {
    console.log(`${report(compiled.problems, [])}; the rest is checked once the story can be built`);
    return 1;
  }
  const measured = await measure(folder, timelineOf(fillStory(compiled.story), describe));
  const found = findings(subjectOf(compiled, measured));
  const errors = found.filter(({ level }) => level === 'error');
  console.log(
    report(
      errors,
      found.filter(({ level }) => level === 'warning'),
    ),
  );
  return errors.length > 0 ? 1 : 0;
}
