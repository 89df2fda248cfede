import { createCheckInput } from '../../../src/check/checkInput';
import { charactersRule } from '../../../src/check/rules/characters';
import { secretsRule } from '../../../src/check/rules/secrets';
import { variablesRule } from '../../../src/check/rules/variables';
import { wireRule } from '../../../src/check/rules/wire';
import { compileStory } from '../../../src/compiler/compileStory';
import { stopKey } from '../../../src/core/stopNumber';
import { createTimeline } from '../../../src/core/timeline';
import { fillStory } from '../../../src/core/variables';
import { formatScene } from '../../../src/import/sceneFile';
import { makeWire, type TraceValues, type WireImport } from '../../../src/import/wire/makeWire';
import type { Trace } from '../../../src/import/wire/trace';
import { describeStep } from '../../../src/kinds/registry';
import { storyOf } from '../../check/runRule';
import { makeFolder } from '../../support/folder';

const FILES = storyOf({ steps: [{}, {}, {}], story: { variables: { place: { value: 'town-7' } } } });

/** Makes a wire file of a trace for a story of three stops a/0, a/1 and a/2. */
export async function madeWire(trace: Trace, values: TraceValues = {}): Promise<WireImport & { readonly text: string }> {
  const { story } = await compileStory(await makeFolder(FILES));
  const filled = fillStory(story);
  const timeline = createTimeline(filled, describeStep);
  const stops = timeline.stops.map(stopKey);
  const made = makeWire(trace, { timeline, values: new Map([['place', 'town-7']]), stops, way: stops }, values);
  return { ...made, text: formatScene(made.wire) };
}

/** Compiles a wire file with that story and returns what check finds. @throws {StoryError} if the build would refuse it */
export async function findingsOf(wire: string): Promise<readonly string[]> {
  const story = { ...(JSON.parse(FILES['story.json']!) as object), wire: 'wire.json' };
  const folder = await makeFolder({ ...FILES, 'story.json': JSON.stringify(story), 'wire.json': wire });
  const input = createCheckInput(await compileStory(folder), { skipped: 'not looked' });
  return [secretsRule, wireRule, variablesRule, charactersRule].flatMap(({ check }) => check(input).map(({ message }) => message));
}
