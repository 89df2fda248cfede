import { formatStopNumber } from '../core/stopNumber';
import { printsToTerminal, type Stop } from '../core/timeline';
import { pluralize } from '../core/pluralize';
import { writeFileAtomically } from './atomicWrite';
import { formatAsciicast } from './asciicast';
import { reportFile } from './reportFile';
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

/** Returns the selected stops that print in the terminal. @throws if there are none, or one that was named does not print */
function requirePrinted(all: readonly Stop[], selected: readonly Stop[], { scene, stop: names }: Selection): readonly Stop[] {
  const printed = selected.filter(printsToTerminal);
  const silent = names === undefined ? [] : selected.filter((stop) => !printsToTerminal(stop));
  if (printed.length > 0 && silent.length === 0) return printed;
  const which =
    silent.length > 0 ? `stop ${silent.map(formatStopNumber).join(', ')}` : scene === undefined ? 'any stop' : `the scene "${scene}"`;
  const numbers = all.filter(printsToTerminal).map(formatStopNumber).join(', ');
  const advice = numbers === '' ? 'This story prints nothing at all.' : `Stops that print, as the overview names them: ${numbers}.`;
  throw new Error(`Nothing is printed in the terminal at ${which}. ${advice}`);
}
