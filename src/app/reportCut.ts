import type { Story } from '../core/story';
import { loadChunk } from '../loading/loadChunk';

/** Says, and returns, what is wrong with the short version in the address; undefined if nothing is. */
export async function reportCut(story: Story, cut: string | null): Promise<string | undefined> {
  if (cut === null) return undefined;
  return loadChunk('The names of the short versions', () => import('../player/cutProblem'))
    .then(({ reportCutProblem }) => reportCutProblem(story, cut))
    .catch(() => undefined);
}
