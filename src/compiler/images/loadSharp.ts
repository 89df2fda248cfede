import { createRequire } from 'node:module';
import path from 'node:path';

export type Sharp = (typeof import('sharp'))['default'];

const loaded = new Map<string, Sharp | undefined>();

/** Returns the package sharp of the story's project, or else the one beside Understudy; undefined if there is none that works here. */
export function loadSharp(storyFolder: string): Sharp | undefined {
  if (!loaded.has(storyFolder))
    loaded.set(storyFolder, [path.join(storyFolder, 'story.json'), import.meta.url].map(requireSharp).find(Boolean));
  return loaded.get(storyFolder);
}

function requireSharp(from: string): Sharp | undefined {
  try {
    return createRequire(from)('sharp') as Sharp;
  } catch {
    return undefined;
  }
}
