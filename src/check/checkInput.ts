import { basename } from 'node:path';
import type { Story } from '../core/story';
import type { StopPane } from '../core/stop';
import { createTimeline, type Stop, type Timeline } from '../core/timeline';
import { fillStory } from '../core/variables';
import type { WireData } from '../core/wire';
import { describeStep } from '../kinds/registry';
import type { CompiledStory } from '../compiler/compileStory';
import { sourcePositionOf, valueAt, type JsonPath } from '../compiler/story/jsonPath';
import type { JsonDocument } from '../compiler/story/parseJsonFile';
import type { WireCheckInput } from '../compiler/wire/wireCheckInput';

/** Where a text is shown. `wire` is the panel “On the wire”, `none` stands for names and settings that are not shown. */
type Surface = 'terminal' | 'page' | 'wire' | 'notes' | 'variable' | 'none';

/** A value in a file of the story. */
export interface StoryLocation {
  readonly document: JsonDocument;
  readonly path: JsonPath;
}

export interface StoryText extends StoryLocation {
  readonly surface: Surface;
  /** The text in the file. */
  readonly written: string;
  /** The text with variables filled in. */
  readonly shown: string;
}

/** A text of the status bar or the footer, named by its key in story.json. */
export type StatusOrFooterText = 'topic' | 'hint' | 'end' | 'footer';

/** The layout of a stop as measured in the browser. */
export interface StopLayout {
  /** Texts that are cut off or covered, each with the reason. */
  readonly problems: readonly string[];
  /** Texts around the stage that take more than one row. */
  readonly wrappedTexts: readonly StatusOrFooterText[];
  /** The smallest text on stage, in CSS pixels; undefined when there is no text. */
  readonly smallestText: { readonly px: number; readonly text: string } | undefined;
  /** How often what the step's `focus` names is on screen, and what is there; undefined without a `focus`. */
  readonly focus?: { readonly count: number; readonly texts: readonly string[] } | undefined;
  /** The pictures on stage, and how wide each is, in CSS pixels. */
  readonly pictures: readonly { readonly address: string; readonly width: number }[];
}

/** The layout of every stop in order, or why it was not measured. */
export type LayoutMeasurement =
  | { readonly stops: readonly StopLayout[]; readonly viewport: { readonly width: number; readonly height: number } }
  | { readonly skipped: string }
  | { readonly failed: string };

/** A compiled story in the form that the rules read. */
export interface CheckInput {
  /** story.json. */
  readonly storyDocument: JsonDocument;
  /** The scenes in the order of the story, then those in panes. */
  readonly scenes: readonly JsonDocument[];
  /** The wire data with the story's own variables filled in, and its file; undefined without a wire file. */
  readonly wire: Omit<WireCheckInput, 'timeline'> | undefined;
  /** All these files, in the order of the report. */
  readonly documents: readonly JsonDocument[];
  readonly theme: Story['theme'];
  readonly timeline: Timeline;
  /** Every stop, and every step of the scenes in panes. Those have positions in the timelines of their panes. */
  readonly allStops: readonly Stop[];
  readonly texts: readonly StoryText[];
  /** The story and its wire data as published, with variables filled in. */
  readonly published: { readonly story: Story; readonly wire: WireData | undefined };
  /** Everything that each stop of a recording shows at any moment, by the scene's file. */
  readonly textsToScan: CompiledStory['textsToScan'];
  /** What the kind of each scene noticed when it compiled it, by the scene's file. */
  readonly notices: CompiledStory['notices'];
  /** The pictures of each scene as published, by the scene's file. */
  readonly images: CompiledStory['images'];
  readonly layout: LayoutMeasurement;
}

export function createCheckInput(
  { story, written, filled, textsToScan, notices, images, wire, wireFile }: CompiledStory,
  layout: LayoutMeasurement,
): CheckInput {
  const [storyDocument, ...scenes] = written;
  if (!storyDocument) throw new RangeError('A compiled story has a story.json.');
  const { variables } = story;
  const textsOf = (document: JsonDocument, value: unknown, surfaceAt: (path: JsonPath) => Surface): readonly StoryText[] =>
    collectTexts(document, fillStory({ variables, value }).value, surfaceAt);
  const texts = written.flatMap((document, at) => textsOf(document, filled[at]?.value, surfaceOf));
  const wireTexts = wireFile ? textsOf(wireFile.written, wireFile.filled.value, wireSurfaceOf) : [];
  const wireInput = wire && wireFile && { wire: fillStory(wire), document: wireFile.written };
  const published = { story: fillStory(story), wire: wireInput?.wire };
  const timeline = createTimeline(published.story, describeStep);
  return {
    storyDocument,
    scenes,
    wire: wireInput,
    documents: [...written, ...(wireFile ? [wireFile.written] : [])],
    theme: story.theme,
    timeline,
    allStops: timeline.stops.flatMap((stop) => [stop, ...movingPanes(stop).map((pane) => pane.stop)]),
    texts: [...texts, ...wireTexts],
    published,
    textsToScan,
    notices,
    images,
    layout,
  };
}

/** Returns the panes that are at a new step. */
export function movingPanes({ panes = [] }: Stop): readonly StopPane[] {
  return panes.filter(({ moves }) => moves);
}

/** Returns the location of a stop's step in its scene's file. */
export function stepLocation({ scenes }: Pick<CheckInput, 'scenes'>, { scene, step }: Stop): StoryLocation {
  const document = scenes.find(({ value }) => valueAt(value, ['id']) === scene.id);
  if (!document) throw new RangeError('Every stop has a scene.');
  return { document, path: ['steps', step] };
}

/** Returns the location of a stop's content: its step, or the key `file` of a recording without steps. */
export function playbackLocation(input: Pick<CheckInput, 'scenes'>, stop: Stop): StoryLocation {
  const { document, path } = stepLocation(input, stop);
  return { document, path: stop.recorded && valueAt(document.value, path) === undefined ? ['file'] : path };
}

/** Formats a location as `agent.json:12`. */
export function formatLocation({ document, path }: StoryLocation): string {
  return `${basename(document.file)}:${sourcePositionOf(document.body, path).line}`;
}

/** Yields `value` and every value inside of it with its path, parents before children. */
export function* walkValues(value: unknown, path: JsonPath = []): Generator<readonly [path: JsonPath, value: unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) yield* walkValues(each, [...path, Array.isArray(value) ? Number(key) : key]);
}

function collectTexts(document: JsonDocument, shown: unknown, surfaceAt: (path: JsonPath) => Surface): readonly StoryText[] {
  const filled = new Map([...walkValues(shown)].map(([path, value]) => [JSON.stringify(path), value]));
  return [...walkValues(document.value)].flatMap(([path, written]): StoryText[] => {
    if (typeof written !== 'string') return [];
    return [{ document, path, written, shown: String(filled.get(JSON.stringify(path))), surface: surfaceAt(path) }];
  });
}

/** Keys of values that are not shown. */
const HIDDEN_KEYS = new Set<PropertyKey>(['$schema', 'id', 'kind', 'type', 'role', 'lang', 'tone', 'scenes', 'description', 'href', 'src']);

function surfaceOf(path: JsonPath): Surface {
  if (path.includes('notes')) return 'notes';
  if (path[0] === 'variables') return path.at(-1) === 'value' ? 'variable' : 'none';
  // A target, not a text of its own
  if (path[0] === 'steps' && path[2] === 'focus') return 'none';
  // The author chooses the keys of JSON that is shown on stage, and the ids of parts that a step changes or types into.
  const keys = path[0] === 'steps' && (path[2] === 'set' || path[2] === 'type') ? path.slice(4) : path;
  if (!path.includes('json') && keys.some((key) => HIDDEN_KEYS.has(key))) return 'none';
  return path.includes('blocks') ? 'terminal' : 'page';
}

/** Keys of a wire file whose values are not shown. */
const HIDDEN_WIRE_KEYS = new Set<PropertyKey>([
  '$schema',
  'at',
  'id',
  'from',
  'to',
  'kind',
  'replyTo',
  'mark',
  'style',
  'role',
  'type',
  'lang',
]);

function wireSurfaceOf(path: JsonPath): Surface {
  if (path.includes('questions')) return 'notes';
  // A token is encoded when the story is compiled, so it cannot contain variables that the address may change.
  if (path[0] === 'values' && path[2] === 'jwt') return 'none';
  // The author also chooses the keys of `values`.
  if (path[0] !== 'values' && !path.includes('json') && path.some((key) => HIDDEN_WIRE_KEYS.has(key))) return 'none';
  return 'wire';
}
