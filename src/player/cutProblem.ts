import { unknownCut } from '../core/cutNames';
import type { Story } from '../core/story';
import { showNotice } from './notice';

/** Says below the stage that the story has no short version of this name, if so, and returns it for pages without a stage. */
export function reportCutProblem(story: Story, cut: string): string | undefined {
  const reason = unknownCut(story, cut);
  if (reason === undefined) return undefined;
  const problem = `${reason} Nothing is left out.`;
  showNotice(problem);
  return problem;
}
