import path from 'node:path';
import { compileProject } from '../../config/compileProject';
import { formatBytes } from '../../core/formatBytes';
import { stopKey } from '../../core/stopNumber';
import { pluralize } from '../../core/pluralize';
import { createTimeline } from '../../core/timeline';
import { fillStory } from '../../core/variables';
import { describeStep } from '../../kinds/registry';
import { shortPath } from '../../project/shortPath';
import { formatScene, sceneSchemaOf } from '../sceneFile';
import { writeFiles, writeIntoStory } from '../writeImport';
import { makeWire, type StoryParts, type TraceValues } from './makeWire';
import { reportWire } from './reportWire';
import type { Trace } from './trace';

/** Writes `wire.json` for a trace and names it in `story.json`, or lists what it would do. @throws with a sentence that says what to do */
export async function importTrace(trace: Trace, storyFolder: string | undefined, values: TraceValues): Promise<void> {
  if (storyFolder === undefined) throw new Error('Name the folder of the story too: messages belong to its stops.');
  const story = await readStory(storyFolder);
  const made = makeWire(trace, story, values);
  const file = values.out ?? path.join(storyFolder, 'wire.json');
  const titles = new Map(story.timeline.stops.map((stop) => [stopKey(stop), stop.source.title]));
  if (values.list === true) {
    reportWire(trace, made, titles);
    return;
  }
  if (made.wire.stops.length === 0) throw new Error('All groups are left out, so nothing would cross at any stop.');
  const schema = (await sceneSchemaOf(storyFolder))?.replace('scene.schema', 'wire.schema');
  const text = formatScene({ ...(schema !== undefined && { $schema: schema }), ...made.wire });
  const files = new Map([[file, text]]);
  if (values.out === undefined) await writeIntoStory(storyFolder, files, { wire: path.basename(file) }, { force: values.force });
  else await writeFiles(files, { force: values.force });
  reportWire(trace, made, titles);
  const count = made.wire.stops.reduce((sum, { messages }) => sum + messages.length, 0);
  const summary = `${pluralize(count, 'message')} at ${pluralize(made.wire.stops.length, 'stop')}`;
  console.log(`\n${shortPath(file)}: ${summary}, ${formatBytes(Buffer.byteLength(text))}`);
}

async function readStory(storyFolder: string): Promise<StoryParts> {
  const { story } = await compileProject(storyFolder, { withoutWire: true });
  const filled = fillStory(story);
  const timeline = createTimeline(filled, describeStep);
  return {
    timeline,
    values: new Map(Object.entries(filled.variables).map(([name, { value }]) => [name, value])),
    stops: timeline.stops.toSorted((a, b) => a.place - b.place).map(stopKey),
    way: timeline.stops.filter(({ detour }) => detour === undefined).map(stopKey),
  };
}
