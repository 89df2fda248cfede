import { basename } from 'node:path';
import type { Story } from '../core/story';
import { createTimeline, type Stop, type Timeline } from '../core/timeline';
import { fillStory } from '../core/variables';
import type { WireData } from '../core/wire';
import { describeStep } from '../kinds/registry';
import type { CompiledStory } from '../compiler/pipeline';
import { sourcePositionOf, valueAt, type JsonPath } from '../compiler/story/jsonPath';
import type { JsonDocument } from '../compiler/story/parseJsonFile';
import type { WireCheckInput } from '../compiler/wire/wireCheckInput';

/** Where the audience, or the speaker, meets a text; `wire` is the panel beside the stage, `none` for names and settings nobody reads. */
type Surface = 'terminal' | 'page' | 'wire' | 'notes' | 'variable' | 'none';

/** One text of a story. */
export interface StoryText {
  readonly document: JsonDocument;
  readonly path: JsonPath;
  readonly surface: Surface;
  /** As it stands in the file. */
  readonly written: string;
  /** With every variable's own value in place of its name. */
  readonly shown: string;
}

/** A text around the stage, by its key in story.json: of the status bar, or the footer below it. */
export type StatusOrFooterText = 'topic' | 'hint' | 'end' | 'footer';

/** What the browser saw of a stop at the size the check measures at. */
export interface StopLayout {
  /** Words that are cut off or covered, each with the reason. */
  readonly faults: readonly string[];
  /** The texts around the stage that need more than one row. */
  readonly wrapped: readonly StatusOrFooterText[];
  /** The smallest words on stage, in CSS pixels; undefined when there are none. */
  readonly smallest: { readonly px: number; readonly text: string } | undefined;
}

/** What the browser saw of every stop, in order; or why there was nothing to see. */
export type LayoutMeasurement =
  | { readonly sights: readonly StopLayout[]; readonly size: { readonly width: number; readonly height: number } }
  | { readonly skipped: string }
  | { readonly failed: string };

/** A story that compiles, laid out for the rules. */
export interface CheckInput {
  /** story.json. */
  readonly storyDocument: JsonDocument;
  /** The scenes, as the story lists them. */
  readonly scenes: readonly JsonDocument[];
  /** What crosses under the story, as its own variables fill it, and the file that says so; undefined where none does. */
  readonly wire: Omit<WireCheckInput, 'timeline'> | undefined;
  /** All of these files, in the order in which they are reported. */
  readonly documents: readonly JsonDocument[];
  readonly theme: Story['theme'];
  readonly timeline: Timeline;
  readonly texts: readonly StoryText[];
  /** The story and what crosses under it as they ship, variables filled in. */
  readonly published: { readonly story: Story; readonly wire: WireData | undefined };
  /** What each stop of a recording shows at any moment, by the file of its scene. */
  readonly passages: CompiledStory['passages'];
  readonly layout: LayoutMeasurement;
}

/** Lays a compiled story out for the rules. */
export function createCheckInput(
  { story, written, filled, passages, wire, wireFile }: CompiledStory,
  measured: LayoutMeasurement,
): CheckInput {
  const [index, ...scenes] = written;
  if (!index) throw new RangeError('A compiled story has a story.json.');
  const texts = written.flatMap((document, at) => {
    const { value } = fillStory({ variables: story.variables, value: filled[at]?.value });
    return collectTexts(document, value, surfaceOf);
  });
  const wireTexts = wireFile
    ? collectTexts(wireFile.written, fillStory({ variables: story.variables, value: wireFile.filled.value }).value, wireSurfaceOf)
    : [];
  const wireSubject = wire && wireFile && { wire: fillStory(wire), document: wireFile.written };
  const shipped = { story: fillStory(story), wire: wireSubject?.wire };
  const documents = [...written, ...(wireFile ? [wireFile.written] : [])];
  return {
    storyDocument: index,
    scenes,
    wire: wireSubject,
    documents,
    theme: story.theme,
    timeline: createTimeline(shipped.story, describeStep),
    texts: [...texts, ...wireTexts],
    published: shipped,
    passages,
    layout: measured,
  };
}

/** The file of a stop’s scene, and the way to its step. */
export function stepLocation(
  { scenes }: Pick<CheckInput, 'scenes'>,
  stop: Stop,
): { readonly document: JsonDocument; readonly path: JsonPath } {
  const document = scenes[stop.sceneIndex];
  if (!document) throw new RangeError('Every stop has a scene.');
  return { document, path: ['steps', stop.step] };
}

/** Where the author chose what a stop plays: its step, or the name of the recording that is played without steps. */
export function playbackLocation(
  subject: Pick<CheckInput, 'scenes'>,
  stop: Stop,
): { readonly document: JsonDocument; readonly path: JsonPath } {
  const { document, path: step } = stepLocation(subject, stop);
  return { document, path: stop.recorded && valueAt(document.value, step) === undefined ? ['file'] : step };
}

/** `agent.json:12`, to point from one finding at another place. */
export function formatLocation({ document, path: location }: Pick<StoryText, 'document' | 'path'>): string {
  return `${basename(document.file)}:${sourcePositionOf(document.body, location).line}`;
}

/** Every value inside `value`, the outer ones first, with the way to each. */
export function* walkValues(value: unknown, path: JsonPath = []): Generator<readonly [way: JsonPath, value: unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) yield* walkValues(each, [...path, Array.isArray(value) ? Number(key) : key]);
}

function collectTexts(document: JsonDocument, shown: unknown, surfaceAt: (way: JsonPath) => Surface): readonly StoryText[] {
  const filled = new Map([...walkValues(shown)].map(([way, value]) => [JSON.stringify(way), value]));
  return [...walkValues(document.value)].flatMap(([path, written]): StoryText[] => {
    if (typeof written !== 'string') return [];
    return [{ document, path, written, shown: String(filled.get(JSON.stringify(path))), surface: surfaceAt(path) }];
  });
}

/** Keys whose texts nobody reads on stage. */
const UNREAD_KEYS: ReadonlySet<PropertyKey> = new Set([
  '$schema',
  'id',
  'kind',
  'type',
  'role',
  'lang',
  'tone',
  'scenes',
  'description',
  'href',
]);

function surfaceOf(path: JsonPath): Surface {
  if (path.includes('notes')) return 'notes';
  if (path[0] === 'variables') return path.at(-1) === 'value' ? 'variable' : 'none';
  // Inside of JSON that is shown, every key is the author's own.
  if (!path.includes('json') && path.some((key) => UNREAD_KEYS.has(key))) return 'none';
  return path.includes('blocks') ? 'terminal' : 'page';
}

/** Keys of a wire file whose texts name things and are not read. */
const UNREAD_WIRE_KEYS: ReadonlySet<PropertyKey> = new Set([
  '$schema',
  'at',
  'id',
  'from',
  'to',
  'kind',
  'replyTo',
  'mark',
  'role',
  'type',
  'lang',
]);

function wireSurfaceOf(path: JsonPath): Surface {
  if (path.includes('questions')) return 'notes';
  // A token is shown encoded, and made when the demo is built: what the address may change cannot stand in it.
  if (path[0] === 'values' && path[2] === 'jwt') return 'none';
  // Names of values, too, are the author's own.
  if (path[0] !== 'values' && !path.includes('json') && path.some((key) => UNREAD_WIRE_KEYS.has(key))) return 'none';
  return 'wire';
}
