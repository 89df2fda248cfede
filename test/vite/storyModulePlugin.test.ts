import { expect, test } from 'vitest';
import { storyModulePlugin } from '../../src/vite/storyModulePlugin';
import { StoryLoader } from '../../src/vite/storyLoader';
import { recordingScene, asciicastV3 } from '../support/recording';
import { makeFolder, STORY } from '../support/folder';
import { storyOf } from '../check/runRule';

/** Returns the code of the story module for these files. */
async function moduleOf(files: Readonly<Record<string, string>>): Promise<string> {
  const { load } = storyModulePlugin(new StoryLoader(await makeFolder(files)));
  const { handler } = load as { handler: (this: unknown, id: string) => Promise<string> };
  return handler.call({ error: expect.unreachable }, '\0virtual:story');
}

test('the story module imports the bidi layout for right-to-left text, except in recordings', async () => {
  const recordingOf = (text: string) =>
    moduleOf({ 'story.json': STORY, 'a.json': recordingScene(), 'demo.cast': asciicastV3([[0, 'o', text]]) });
  expect(await recordingOf('שלום')).toContain('export const bidi = undefined');
  expect(await recordingOf('שלום')).toContain('םולש');
  expect(await moduleOf(storyOf({ story: { title: 'שלום' } }))).toContain('export { bidi } from');
});
