import { compileProject } from '../config/compileProject';
import { createTimeline } from '../core/timeline';
import { toMermaid } from '../core/toMermaid';
import { fillStory } from '../core/variables';
import { wireStopAt } from '../core/wire';
import { describeStep } from '../kinds/registry';
import { pluralize } from '../core/pluralize';
import { shortPath } from '../project/shortPath';
import { writeFileAtomically } from './atomicWrite';
import { droppedByCut } from './cut';

/** Writes the messages on the wire for documents that draw Mermaid. @throws if the story has no wire data */
export async function run(
  storyFolder: string,
  { output, cut }: { readonly output?: string | undefined; readonly cut?: string | undefined },
): Promise<void> {
  const { story, wire } = await compileProject(storyFolder);
  if (!wire) throw new Error(`The story "${story.id}" does not tell what crosses under it: its story.json names no "wire" file.`);
  const file = output ?? `${story.id}.mmd`;
  const timeline = createTimeline(fillStory(story), describeStep, undefined, droppedByCut(story, cut));
  await writeFileAtomically(file, toMermaid(fillStory(wire), timeline));
  const count = timeline.stops.flatMap((stop) => wireStopAt(wire, timeline, stop.index)?.messages ?? []).length;
  console.log(`${shortPath(file)}: ${pluralize(count, 'message')}`);
}
