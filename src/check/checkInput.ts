import path from 'node:path';
import type { Story } from '../core/story';
import { timelineOf, type Stop, type Timeline } from '../core/timeline';
import { fillStory } from '../core/variables';
import type { Wire } from '../core/wire';
import { describe } from '../kinds/registry';
import type { Compiled } from '../compiler/pipeline';
import { placeOf, valueAt, type Path } from '../compiler/story/jsonPath';
import type { Document } from '../compiler/story/parseJsonFile';
import type { WireSubject } from '../compiler/wire/wireCheckInput';

/** Where the audience, or the speaker, meets a text; `wire` is the panel beside the stage, `none` for names and settings nobody reads. */
type Surface = 'terminal' | 'page' | 'wire' | 'notes' | 'variable' | 'none';

/** One text of a story. */
export interface Text {
  readonly document: Document;
  readonly path: Path;
  readonly surface: Surface;
  /** As it stands in the file. */
  readonly written: string;
  /** With every variable's own value in place of its name. */
  readonly shown: string;
}

/** A text around the stage, by its key in story.json: of the status bar, or the footer below it. */
export type FramePart = 'topic' | 'hint' | 'end' | 'footer';

/** What the browser saw of a stop at the size the check measures at. */
export interface Sight {
  /** Words that are cut off or covered, each with the reason. */
  readonly faults: readonly string[];
  /** The texts around the stage that need more than one row. */
  readonly wrapped: readonly FramePart[];
  /** The smallest words on stage, in CSS pixels; undefined when there are none. */
  readonly smallest: { readonly px: number; readonly words: string } | undefined;
}

/** What the browser saw of every stop, in order; or why there was nothing to see. */
export type Measured =
  | { readonly sights: readonly Sight[]; readonly size: { readonly width: number; readonly height: number } }
  | { readonly skipped: string }
  | { readonly failed: string };

/** A story that compiles, laid out for the rules. */
export interface Subject {
  /** story.json. */
  readonly index: Document;
  /** The scenes, as the story lists them. */
  readonly scenes: readonly Document[];
  /** What crosses under the story, as its own variables fill it, and the file that says so; undefined where none does. */
  readonly wire: Omit<WireSubject, 'timeline'> | undefined;
  /** All of these files, in the order in which they are reported. */
  readonly documents: readonly Document[];
  readonly theme: Story['theme'];
  readonly timeline: Timeline;
  readonly texts: readonly Text[];
  /** The story and what crosses under it as they ship, variables filled in. */
  readonly shipped: { readonly story: Story; readonly wire: Wire | undefined };
  /** What each stop of a recording shows at any moment, by the file of its scene. */
  readonly passages: Compiled['passages'];
  readonly measured: Measured;
}

/** Lays a compiled story out for the rules. */
export function subjectOf({ story, written, filled, passages, wire, wireFile }: Compiled, measured: Measured): Subject {
  const [index, ...scenes] = written;
  if (!index) throw new RangeError('A compiled story has a story.json.');
  const texts = written.flatMap((document, at) => {
    const { value } = fillStory({ variables: story.variables, value: filled[at]?.value });
    return textsIn(document, value, surfaceOf);
  });
  const below = wireFile
    ? textsIn(wireFile.written, fillStory({ variables: story.variables, value: wireFile.filled.value }).value, wireSurfaceOf)
    : [];
  const under = wire && wireFile && { wire: fillStory(wire), document: wireFile.written };
  const shipped = { story: fillStory(story), wire: under?.wire };
  const documents = [...written, ...(wireFile ? [wireFile.written] : [])];
  return {
    index,
    scenes,
    wire: under,
    documents,
    theme: story.theme,
    timeline: timelineOf(shipped.story, describe),
    texts: [...texts, ...below],
    shipped,
    passages,
    measured,
  };
}

/** The file of a stop’s scene, and the way to its step. */
export function stepOf({ scenes }: Pick<Subject, 'scenes'>, stop: Stop): { readonly document: Document; readonly path: Path } {
  const document = scenes[stop.sceneIndex];
  if (!document) throw new RangeError('Every stop has a scene.');
  return { document, path: ['steps', stop.step] };
}

/** Where the author chose what a stop plays: its step, or the name of the recording that is played without steps. */
export function playedOf(subject: Pick<Subject, 'scenes'>, stop: Stop): { readonly document: Document; readonly path: Path } {
  const { document, path: step } = stepOf(subject, stop);
  return { document, path: stop.recorded && valueAt(document.value, step) === undefined ? ['file'] : step };
}

/** `agent.json:12`, to point from one finding at another place. */
export function reference({ document, path: way }: Pick<Text, 'document' | 'path'>): string {
  return `${path.basename(document.file)}:${placeOf(document.body, way).line}`;
}

/** Every value inside `value`, the outer ones first, with the way to each. */
export function* walk(value: unknown, way: Path = []): Generator<readonly [way: Path, value: unknown]> {
  yield [way, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) yield* walk(each, [...way, Array.isArray(value) ? Number(key) : key]);
}

function textsIn(document: Document, shown: unknown, surfaceAt: (way: Path) => Surface): readonly Text[] {
  const filled = new Map([...walk(shown)].map(([way, value]) => [JSON.stringify(way), value]));
  return [...walk(document.value)].flatMap(([way, written]): Text[] => {
    if (typeof written !== 'string') return [];
    return [{ document, path: way, written, shown: String(filled.get(JSON.stringify(way))), surface: surfaceAt(way) }];
  });
}

/** Keys whose texts nobody reads on stage. */
const SILENT: ReadonlySet<PropertyKey> = new Set([
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

function surfaceOf(way: Path): Surface {
  if (way.includes('notes')) return 'notes';
  if (way[0] === 'variables') return way.at(-1) === 'value' ? 'variable' : 'none';
  // Inside of JSON that is shown, every key is the author's own.
  if (!way.includes('json') && way.some((key) => SILENT.has(key))) return 'none';
  return way.includes('blocks') ? 'terminal' : 'page';
}

/** Keys of a wire file whose texts name things and are not read. */
const WIRE_SILENT: ReadonlySet<PropertyKey> = new Set([
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

function wireSurfaceOf(way: Path): Surface {
  if (way.includes('questions')) return 'notes';
  // A token is shown encoded, and made when the demo is built: what the address may change cannot stand in it.
  if (way[0] === 'values' && way[2] === 'jwt') return 'none';
  // Names of values, too, are the author's own.
  if (way[0] !== 'values' && !way.includes('json') && way.some((key) => WIRE_SILENT.has(key))) return 'none';
  return 'wire';
}
