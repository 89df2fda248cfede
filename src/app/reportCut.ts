import type { Story } from '../core/story';
import { loadChunk } from '../loading/loadChunk';
import { showNotice } from '../player/notice';

/**
 * Says below the stage that the story has no short version of the name in the address, if so. Returns it for pages without a stage;
 * undefined if the story has one, or without a name.
 */
export async function reportCut(story: Story, cut: string | null): Promise<string | undefined> {
  if (cut === null) return undefined;
  const chunk = await loadChunk('The names of the short versions', () => import('../core/cutNames')).catch(() => undefined);
  const reason = chunk?.unknownCut(story, cut);
  if (reason === undefined) return undefined;
  const problem = `${reason} Nothing is left out.`;
  showNotice(problem);
  return problem;
}
