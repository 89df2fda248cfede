import { closestMatch } from './closestMatch';
import type { Scene, Story } from './story';

/** Returns the names of the short versions that leave out a step. */
export function cutsOf(scene: Scene, step: number): readonly string[] {
  return [...(scene.cuts ?? []), ...(scene.steps[step]?.cuts ?? [])];
}

/** Returns the names of all short versions of a story, in the order of its files. */
export function cutNames({ scenes }: Pick<Story, 'scenes'>): readonly string[] {
  return [...new Set(scenes.flatMap((scene) => scene.steps.flatMap((_, step) => cutsOf(scene, step))))];
}

/** Returns why the story has no short version of this name, and which it has; undefined if it has it. */
export function unknownCut(story: Pick<Story, 'scenes'>, cut: string): string | undefined {
  const names = cutNames(story);
  if (names.includes(cut)) return undefined;
  const suggestion = closestMatch(cut, names);
  const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
  return `The story has no short version “${cut}”: ${known}.${suggestion === undefined ? '' : ` Did you mean “${suggestion}”?`}`;
}
