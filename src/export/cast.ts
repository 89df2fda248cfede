import { writeFile } from 'node:fs/promises';
import { compileStory } from '../compiler/pipeline';
import { closestMatch } from '../compiler/story/closestMatch';
import { pluralize } from '../core/pluralize';
import { formatStopNumber, matchesStopNumber, parseStopNumber } from '../core/stopNumber';
import { printsToTerminal, createTimeline, type Stop, type Timeline } from '../core/timeline';
import { fillStory } from '../core/variables';
import { describeStep } from '../kinds/registry';
import { requestedFolder } from '../vite/withBuild';
import { formatAsciicast } from './asciicast';
import type { ExportFormat } from './format';
import { parseOptions } from './options';

export const cast: ExportFormat = {
  summary: 'What happens in the terminal as an asciicast, with a marker for each stop',
  usage: `  -o, --output FILE     where to write it (the scene’s or story’s id, and .cast)
  --scene ID            this scene alone
  --stop NAME           this stop alone, by its name in the overview, such as 5.3, or a scene’s number; may be given several times
  --v2                  version 2 of the format, for players that do not know version 3`,
  async run(args) {
    const { scene, stop, output, v2 } = parseOptions(args, {
      v2: { type: 'boolean' },
      scene: { type: 'string' },
      stop: { type: 'string', multiple: true },
      output: { type: 'string', short: 'o' },
    });
    const { story } = await compileStory(requestedFolder());
    const timeline = createTimeline(fillStory(story), describeStep);
    const stops = selectStops(timeline, scene, stop);
    const file = output ?? `${scene ?? story.id}.cast`;
    await writeFile(file, formatAsciicast(timeline, stops, v2 ? 2 : 3));
    console.log(`${file}: ${pluralize(stops.length, 'stop')}`);
  },
};

/** Returns the requested stops that print in the terminal, by default all. @throws when a stop or the scene is not among them */
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
