import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compileStory } from '../../src/compiler/compileStory';
import { parseJsonFile } from '../../src/compiler/story/parseJsonFile';
import type { WireCheckInput } from '../../src/compiler/wire/wireCheckInput';
import { createTimeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';

/** Compiles a story and its wire file as the build does. @throws if the story has no wire file */
export async function loadWireCheckInput(folder = 'scenes'): Promise<WireCheckInput> {
  const { story, wire } = await compileStory(folder);
  if (!wire) throw new Error(`${folder} names no wire file.`);
  const file = path.join(folder, story.wire ?? '');
  return {
    timeline: createTimeline(fillStory(story), describeStep),
    wire: fillStory(wire),
    document: parseJsonFile(file, await readFile(file)),
  };
}
