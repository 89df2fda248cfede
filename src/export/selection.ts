import { bidi } from '../bidi/bidi';
import { compileProject, type CompiledProject } from '../config/compileProject';
import { closestMatch } from '../core/closestMatch';
import { unknownCut } from '../core/cutNames';
import { stopsOfCut } from '../core/cuts';
import { isRightToLeft } from '../core/direction';
import type { PageQuery } from '../core/query';
import { formatSceneNumber, formatStopNumber } from '../core/stopNumber';
import type { Story } from '../core/story';
import { createTimeline, type Stop, type Timeline } from '../core/timeline';
import { fillStory, queryOverrides } from '../core/variables';
import { describeStep } from '../kinds/registry';

/** Which stops of a story are exported, and with which values of its open variables. */
export interface Selection {
  /** Id of the only scene. */
  readonly scene?: string | undefined;
  /** Names of stops as the overview shows them: `5.3`, or `5` for a scene. */
  readonly stop?: readonly string[] | undefined;
  /** Name of a short version. */
  readonly cut?: string | undefined;
  /** Values of open variables by name. */
  readonly set?: Readonly<Record<string, string>> | undefined;
}

export interface SelectedStops {
  readonly project: CompiledProject;
  /** The timeline of the short version, with variables filled in. */
  readonly timeline: Timeline;
  /** The selected stops in the order of the timeline, those of detours last. */
  readonly stops: readonly Stop[];
  /** The part of the page's address that names the short version and the values of variables. */
  readonly query: URLSearchParams;
}

/**
 * Compiles a story and selects stops of it. With `visualOrder`, right-to-left text in the terminal is laid out as it is drawn.
 * @throws {StoryError} if the story has problems; with a message if it has no such scene, stop, short version or open variable
 */
export async function selectStops(
  storyFolder: string,
  { scene, stop, cut, set = {} }: Selection,
  { visualOrder = false }: { readonly visualOrder?: boolean } = {},
): Promise<SelectedStops> {
  const project = await compileProject(storyFolder);
  const { story } = project;
  requireVariables(story, set);
  const query = new URLSearchParams(Object.entries(set));
  if (cut !== undefined) (query as PageQuery).set('cut', cut);
  const filled = fillStory(story, query);
  const layout = visualOrder && isRightToLeft(JSON.stringify(filled)) ? bidi : undefined;
  const timeline = createTimeline(filled, describeStep, layout, droppedByCut(story, cut));
  const inScene = stopsOfScene(timeline, scene, cut);
  return { project, timeline, query, stops: stop === undefined ? inScene : stopsOfNames(inScene, stop, scene) };
}

/** Returns the keys of the stops that a short version leaves out. @throws if the story has no such version */
function droppedByCut(story: Story, cut: string | undefined): readonly string[] {
  if (cut === undefined) return [];
  const reason = unknownCut(story, cut);
  if (reason !== undefined) throw new Error(reason);
  return stopsOfCut(story, cut);
}

function stopsOfScene({ story, stops }: Timeline, scene: string | undefined, cut: string | undefined): readonly Stop[] {
  if (scene === undefined) return stops;
  const ids = story.scenes.map(({ id }) => id);
  if (!ids.includes(scene))
    throw new Error(`There is no scene "${scene}" in this story, which has ${ids.join(', ')}.${suggest(scene, ids)}`);
  const found = stops.filter((stop) => stop.scene.id === scene);
  if (found.length === 0) throw new Error(`The short version “${cut}” leaves out the whole scene "${scene}".`);
  return found;
}

function stopsOfNames(stops: readonly Stop[], names: readonly string[], scene: string | undefined): readonly Stop[] {
  const wanted = names.map((name) => name.trim().replace(/\.$/u, '').toUpperCase());
  const isNamed = (stop: Stop, name: string): boolean => name === formatStopNumber(stop) || name === formatSceneNumber(stop);
  const missing = names.filter((_, index) => !stops.some((stop) => isNamed(stop, wanted[index]!)));
  if (missing.length === 0) return stops.filter((stop) => wanted.some((name) => isNamed(stop, name)));
  const where = scene === undefined ? 'this story' : `the scene "${scene}"`;
  const known = stops.map(formatStopNumber).join(', ');
  throw new Error(`There is no stop ${missing.join(', ')} in ${where}. Its stops, as the overview names them: ${known}.`);
}

/** @throws if a name is not that of an open variable, or a value cannot be shown as it is */
function requireVariables({ variables }: Story, set: Readonly<Record<string, string>>): void {
  const open = Object.keys(variables).filter((name) => variables[name]!.open);
  const known = open.length === 0 ? 'it has none' : `it has ${open.join(', ')}`;
  for (const [name, value] of Object.entries(set)) {
    if (!open.includes(name)) throw new Error(`The story has no open variable "${name}": ${known}.${suggest(name, open)}`);
    const shown = queryOverrides(variables, new URLSearchParams({ [name]: value })).get(name);
    if (shown === undefined || shown !== value.normalize('NFC').trim())
      throw new Error(`The variable "${name}" cannot be "${value}": a value has 1 to 80 printable characters.`);
  }
}

function suggest(word: string, names: readonly string[]): string {
  const match = closestMatch(word, names);
  return match === undefined ? '' : ` Did you mean "${match}"?`;
}
