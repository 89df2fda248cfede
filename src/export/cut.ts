import { compileProject } from '../config/compileProject';
import { unknownCut } from '../core/cutNames';
import { stopsOfCut } from '../core/cuts';
import type { Story } from '../core/story';

/** Returns the keys of the stops that a short version leaves out. @throws if the story has no such version */
export function droppedByCut(story: Story, cut: string | undefined): readonly string[] {
  if (cut === undefined) return [];
  const reason = unknownCut(story, cut);
  if (reason !== undefined) throw new Error(reason);
  return stopsOfCut(story, cut);
}

/** Checks the name of a short version before a page is built. @throws if the story has no such version */
export async function checkCut(storyFolder: string, cut: string | undefined): Promise<void> {
  if (cut !== undefined) droppedByCut((await compileProject(storyFolder)).story, cut);
}
