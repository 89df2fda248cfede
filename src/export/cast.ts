import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { compileStory } from '../compiler/pipeline';
import { closestMatch } from '../compiler/story/closestMatch';
import { formatStopNumber, matchesStopNumber, parseStopNumber } from '../core/stopNumber';
import { printsToTerminal, createTimeline, type Stop, type Timeline } from '../core/timeline';
import { fillStory } from '../core/variables';
import { describeStep } from '../kinds/registry';
import { requestedFolder } from '../vite/withBuild';
import { formatAsciicast } from './asciicast';
import type { ExportFormat } from './format';

const USAGE = `  -o, --output FILE     where to write it (the scene’s or story’s id, and .cast)
  --scene ID            this scene alone
  --stop NAME           this stop alone, by its name in the overview, such as 5.3, or a scene’s number; may be given several times
  --v2                  version 2 of the format, for players that do not know version 3`;

/** The terminal’s output, for any player of recordings and for scenes of kind `recording`. */
export const cast: ExportFormat = {
  summary: 'What happens in the terminal as an asciicast, with a marker for each stop',
  usage: USAGE,
  async run(args) {
    const values = parseCastOptions(args);
    const { story } = await compileStory(requestedFolder());
    const timeline = createTimeline(fillStory(story), describeStep);
    const stops = selectStops(timeline, values.scene, values.stop);
    const file = values.output ?? `${values.scene ?? story.id}.cast`;
    await writeFile(file, formatAsciicast(timeline, stops, values.v2 ? 2 : 3));
    console.log(`${file}: ${stops.length} ${stops.length === 1 ? 'stop' : 'stops'}`);
  },
};

function parseCastOptions(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      v2: { type: 'boolean' },
      scene: { type: 'string' },
      stop: { type: 'string', multiple: true },
      output: { type: 'string', short: 'o' },
    },
  }).values;
}

/** The stops that were asked for, of those that print in the terminal; all of them by default. */
function selectStops({ stops, story }: Timeline, scene: string | undefined, names: readonly string[] | undefined): readonly Stop[] {
  const printed = stops.filter(printsToTerminal);
  const ids = story.scenes.map(({ id }) => id);
  if (scene !== undefined && !ids.includes(scene)) {
    const meant = closestMatch(scene, ids);
    throw new Error(`There is no scene "${scene}" in this story, which has ${ids.join(', ')}.${meant ? ` Did you mean "${meant}"?` : ''}`);
  }
  const found = printed.filter(
    (stop) =>
      (scene === undefined || stop.scene.id === scene) &&
      (names === undefined || names.some((name) => matchesStopNumber(stop, parseStopNumber(name)))),
  );
  const missing = names?.filter((name) => !found.some((stop) => matchesStopNumber(stop, parseStopNumber(name)))) ?? [];
  if (found.length > 0 && missing.length === 0) return found;
  const which = `${names ? `stop ${missing.join(', ')}` : 'what was asked for'}${scene === undefined ? '' : ` of the scene "${scene}"`}`;
  const those = printed.map(formatStopNumber).join(', ');
  throw new Error(
    `Nothing is printed in the terminal at ${which}. ${those === '' ? 'This story prints nothing at all.' : `Stops that print, as the overview names them: ${those}.`}`,
  );
}
