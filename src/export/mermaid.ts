import { compileProject } from '../config/compileProject';
import { createTimeline } from '../core/timeline';
import { toMermaid } from '../core/toMermaid';
import { fillStory } from '../core/variables';
import { describeStep } from '../kinds/registry';
import { pluralize } from '../core/pluralize';
import { shortPath } from '../project/shortPath';
import { writeFileAtomically } from './atomicWrite';

/** Writes the messages on the wire for documents that draw Mermaid. @throws if the story has no wire data */
export async function run(storyFolder: string, { output }: { readonly output?: string | undefined }): Promise<void> {
  const { story, wire } = await compileProject(storyFolder);
  if (!wire) throw new Error(`The story "${story.id}" does not tell what crosses under it: its story.json names no "wire" file.`);
  const file = output ?? `${story.id}.mmd`;
  await writeFileAtomically(file, toMermaid(fillStory(wire), createTimeline(fillStory(story), describeStep)));
  const count = wire.stops.flatMap(({ messages }) => messages).length;
  console.log(`${shortPath(file)}: ${pluralize(count, 'message')}`);
}
