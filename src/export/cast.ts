import { compileProject } from '../config/compileProject';
import { closestMatch } from '../core/closestMatch';
import { matchesStopNumber } from '../core/stopList';
import { formatStopNumber, parseStopNumber } from '../core/stopNumber';
import { createTimeline, printsToTerminal, type Stop, type Timeline } from '../core/timeline';
import { fillStory } from '../core/variables';
import { describeStep } from '../kinds/registry';
import { droppedByCut } from './cut';
import { formatAsciicast } from './asciicast';
import { pluralize } from '../core/pluralize';
import { shortPath } from '../project/shortPath';
import { writeFileAtomically } from './atomicWrite';

export interface CastOptions {
  readonly output?: string | undefined;
  readonly scene?: string | undefined;
  readonly cut?: string | undefined;
  readonly stop?: readonly string[] | undefined;
  readonly v2?: boolean | undefined;
}

/** Writes the terminal's output as an asciicast. @throws if the selected stops print nothing */
export async function run(storyFolder: string, { output, scene, cut, stop, v2 = false }: CastOptions): Promise<void> {
  const { story } = await compileProject(storyFolder);
  const timeline = createTimeline(fillStory(story), describeStep, undefined, droppedByCut(story, cut));
  const stops = selectStops(timeline, scene, stop);
  const file = output ?? `${scene ?? story.id}.cast`;
  await writeFileAtomically(file, formatAsciicast(timeline, stops, v2 ? 2 : 3));
  console.log(`${shortPath(file)}: ${pluralize(stops.length, 'stop')}`);
}

/** Returns the selected stops of those that print in the terminal; all of these by default. @throws if one is missing */
function selectStops({ stops, story }: Timeline, scene: string | undefined, names: readonly string[] | undefined): readonly Stop[] {
  const printed = stops.filter(printsToTerminal);
  const ids = story.scenes.map(({ id }) => id);
  if (scene !== undefined && !ids.includes(scene)) {
    const suggestion = closestMatch(scene, ids);
    const question = suggestion ? ` Did you mean "${suggestion}"?` : '';
    throw new Error(`There is no scene "${scene}" in this story, which has ${ids.join(', ')}.${question}`);
  }
  const found = printed.filter(
    (stop) =>
      (scene === undefined || stop.scene.id === scene) &&
      (names === undefined || names.some((name) => matchesStopNumber(stop, parseStopNumber(name)))),
  );
  const missing = names?.filter((name) => !found.some((stop) => matchesStopNumber(stop, parseStopNumber(name)))) ?? [];
  if (found.length > 0 && missing.length === 0) return found;
  const which = `${names ? `stop ${missing.join(', ')}` : 'what was asked for'}${scene === undefined ? '' : ` of the scene "${scene}"`}`;
  const numbers = printed.map(formatStopNumber).join(', ');
  const advice = numbers === '' ? 'This story prints nothing at all.' : `Stops that print, as the overview names them: ${numbers}.`;
  throw new Error(`Nothing is printed in the terminal at ${which}. ${advice}`);
}
