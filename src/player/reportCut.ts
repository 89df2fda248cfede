import { unknownCut } from '../core/cutNames';
import type { Story } from '../core/story';
import { showNotice } from './notice';

/** Says on the stage that the story has no short version of this name, and that nothing is left out. */
export function reportCut(story: Story, cut: string): void {
  const reason = unknownCut(story, cut);
  if (reason !== undefined) showNotice(`${reason} Nothing is left out.`);
}
