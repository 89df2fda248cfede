import { asRecord } from './asRecord';
import { parseInk, parseScreen, type Ink, type PointingScreen } from './pointing';

/** The ink of a talk as it is saved, with the stage on which it was drawn. */
export interface InkFile {
  readonly type: 'understudy-ink';
  /** Id of the story. */
  readonly story: string;
  readonly screen: PointingScreen;
  readonly ink: Ink;
}

export function createInkFile(story: string, screen: PointingScreen, ink: Ink): InkFile {
  return { type: 'understudy-ink', story, screen, ink };
}

/** Returns the ink in a parsed file, or what is wrong with it, in words. Never throws. */
export function parseInkFile(value: unknown, story: string): { readonly file: InkFile } | { readonly problem: string } {
  const { type, story: owner, screen, ink } = asRecord(value);
  if (type !== 'understudy-ink') return { problem: 'It is no ink: “Save the ink” of the pen writes such a file.' };
  if (owner !== story) {
    const name = typeof owner === 'string' ? `the story "${owner}"` : 'no story';
    return { problem: `It is the ink of ${name}, and this one is "${story}".` };
  }
  const [parsedInk, parsedScreen] = [parseInk(ink), parseScreen(screen)];
  if (!parsedInk || !parsedScreen) return { problem: 'Its strokes are damaged. Save the ink again.' };
  return { file: { type, story, screen: parsedScreen, ink: parsedInk } };
}
