import { toMermaid } from '../core/toMermaid';
import { fillStory } from '../core/variables';
import { wireStopAt } from '../core/wire';
import { pluralize } from '../core/pluralize';
import { writeFileAtomically } from './atomicWrite';
import { reportFile } from './reportFile';
import { selectStops, type Selection } from './selection';

export interface MermaidOptions extends Pick<Selection, 'cut' | 'set'> {
  readonly output?: string | undefined;
}

/** Writes the messages on the wire for documents that draw Mermaid. @throws if the story has no wire data */
export async function run(storyFolder: string, { output, ...selection }: MermaidOptions): Promise<void> {
  const { project, timeline, query } = await selectStops(storyFolder, selection);
  const { wire, story } = project;
  if (!wire) throw new Error(`The story "${story.id}" does not tell what crosses under it: its story.json names no "wire" file.`);
  const file = output ?? `${story.id}.mmd`;
  await writeFileAtomically(file, toMermaid(fillStory(wire, query), timeline));
  const count = timeline.stops.flatMap((stop) => wireStopAt(wire, timeline, stop.index)?.messages ?? []).length;
  await reportFile(file, pluralize(count, 'message'));
}
