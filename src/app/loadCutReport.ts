import type { Story } from '../core/story';
import { loadChunk } from '../loading/loadChunk';

/** Says on the stage if the story has no short version of this name. */
export function loadCutReport(story: Story, cut: string): void {
  loadChunk('The names of the short versions', () => import('../player/reportCut'))
    .then(({ reportCut }) => reportCut(story, cut))
    .catch(() => {});
}
