import { pluralize } from '../core/pluralize';
import { writeFileAtomically } from './atomicWrite';
import { formatAsciicast } from './asciicast';
import { reportFile } from './reportFile';
import { requirePrinted } from './requirePrinted';
import { selectStops, type Selection } from './selection';

export interface CastOptions extends Selection {
  readonly output?: string | undefined;
  readonly v2?: boolean | undefined;
}

/** Writes the terminal's output as an asciicast. @throws if a selected stop prints nothing */
export async function run(storyFolder: string, { output, v2 = false, ...selection }: CastOptions): Promise<void> {
  const { timeline, stops: selected } = await selectStops(storyFolder, selection);
  const stops = requirePrinted(timeline.stops, selected, selection);
  const file = output ?? `${selection.scene ?? timeline.story.id}.cast`;
  await writeFileAtomically(file, formatAsciicast(timeline, stops, v2 ? 2 : 3));
  await reportFile(file, pluralize(stops.length, 'stop'));
}
