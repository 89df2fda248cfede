import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compileStory } from '../../src/compiler/pipeline';
import { parse } from '../../src/compiler/story/parseJsonFile';
import type { WireSubject } from '../../src/compiler/wire/wireCheckInput';
import { timelineOf } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describe } from '../../src/kinds/registry';

/** A story with what crosses under it, made exactly as the build makes it. @throws if nothing crosses there */
export async function wiredStory(folder = 'scenes'): Promise<WireSubject> {
  const { story, wire } = await compileStory(folder);
  if (!wire) throw new Error(`${folder} names no wire file.`);
  const file = path.join(folder, story.wire ?? '');
  return { timeline: timelineOf(fillStory(story), describe), wire: fillStory(wire), document: parse(file, await readFile(file)) };
}
