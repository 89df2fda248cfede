import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Scene, Story } from '../core/story';
import type { Wire } from '../core/wire';
import { story as storySchema } from '../schema/story';
import type { Passage } from './recording/textsToScan';
import { castFile, compileRecording, isRecording, type CompiledRecording } from './recording/compileRecording';
import { colourCode } from './story/highlightCodeFields';
import { duplicateIds, goesOnFromRecording, listedScenes, missingScenes, repeatedScenes } from './story/crossCheckScenes';
import { directionOf } from './story/languageDirection';
import { parse, type Document } from './story/parseJsonFile';
import { sentence, StoryError, type Problem } from './story/problem';
import { validate, validateScene, type Checked } from './story/validateDocument';
import { fillDocument, resolveVariables, unknownReferences } from './story/resolveVariables';
import { compileWire, listedWire, missingWire } from './wire/compileWire';

/** The file that holds the story together. */
const STORY = 'story.json';

export interface Compiled {
  readonly story: Story;
  /** What crosses under it; undefined for stories that do not tell. */
  readonly wire: Wire | undefined;
  /** All files read, for watching. */
  readonly files: readonly string[];
  /** story.json and the scenes in its order, as they stand in the files, and with the closed variables filled in. */
  readonly written: readonly Document[];
  readonly filled: readonly Document[];
  /** What each stop of a recording shows at any moment, by the file of its scene; it does not ship. */
  readonly passages: ReadonlyMap<string, readonly (readonly Passage[])[]>;
  /** The wire file, likewise; undefined where there is none. */
  readonly wireFile: { readonly written: Document; readonly filled: Document } | undefined;
}

/**
 * Makes the story the browser plays out of a folder of scenes: read, parse, fill in the variables, validate, colour the code, check the
 * scenes against each other.
 *
 * @throws {StoryError} with everything that is wrong in any of the files
 */
export async function compileStory(folder: string): Promise<Compiled> {
  const index = await load(path.join(folder, STORY));
  if (!index) throw noStory(path.join(folder, STORY));
  const variables = resolveVariables(index);
  const fill = (document: Document): Document => fillDocument(document, variables.values);
  const head = validate(fill(index), storySchema);

  const listed = listedScenes(index);
  const documents = await Promise.all(listed.map((name) => load(path.join(folder, name))));
  const found = documents.filter((document) => document !== undefined);
  const scenes = await Promise.all(found.map((document) => compileScene(fill(document))));

  const wireName = listedWire(index);
  const wireFile = wireName === undefined ? undefined : path.join(folder, wireName);
  const wireDocument = wireFile === undefined ? undefined : await load(wireFile);
  const wire = wireDocument && (await compileWire(wireDocument, { index, values: variables.values, scenes: found }));

  const problems = [
    ...index.problems,
    ...variables.problems,
    ...[index, ...found].flatMap((document) => unknownReferences(document, index)),
    ...head.problems,
    ...repeatedScenes(index),
    ...(await missingScenes(
      index,
      listed.filter((_, at) => !documents[at]),
    )),
    ...found.flatMap((document, at) => [...document.problems, ...scenes[at]!.problems]),
    ...duplicateIds(found),
    ...goesOnFromRecording(found),
    ...(wireFile !== undefined && !wireDocument ? await missingWire(index) : []),
    ...(wire?.problems ?? []),
  ];
  const assets = new Map(found.map(({ file }, at) => [file, scenes[at]!.files]));
  const sceneFiles = listed.map((name) => path.join(folder, name)).flatMap((file) => [file, ...(assets.get(file) ?? [])]);
  const files = [path.join(folder, STORY), ...sceneFiles, ...(wireFile === undefined ? [] : [wireFile])];
  if (problems.length > 0 || !head.value) throw new StoryError(inOrder(problems, files), files);

  const { $schema: _, variables: defined, direction = directionOf(head.value.lang), ...story } = head.value;
  const open = Object.fromEntries(Object.entries(defined).filter(([, { open: isOpen }]) => isOpen));
  const written = [index, ...found];
  return {
    story: { ...story, ...(direction === 'rtl' && { direction }), variables: open, scenes: scenes.map(({ value }) => value as Scene) },
    wire: wire?.value && { ...wire.value, variables: open },
    files,
    written,
    filled: written.map(fill),
    passages: new Map(found.map(({ file }, at) => [file, scenes[at]?.passages ?? []])),
    wireFile: wireDocument && wire && { written: wireDocument, filled: wire.filled },
  };
}

async function load(file: string): Promise<Document | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && parse(file, bytes);
}

/** A scene as the browser gets it, and the files it needs beside its own. */
async function compileScene(
  document: Document,
): Promise<Checked<unknown> & Pick<CompiledRecording, 'passages'> & { readonly files: readonly string[] }> {
  const { value, problems } = validateScene(document);
  if (value === undefined) return { value, problems, files: [] };
  const { $schema: _, ...scene } = value as { $schema?: string };
  if (isRecording(scene)) return { ...(await compileRecording(document, scene)), files: [castFile(document, scene)] };
  return { ...(await colourCode(document, scene)), files: [] };
}

function noStory(file: string): StoryError {
  const message = sentence({ field: '', found: 'nothing', expected: `a ${STORY} that lists the scenes` });
  return new StoryError([{ file, line: 1, column: 1, message }], [file]);
}

/** File by file as the story lists them, each from the top. */
function inOrder(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  const rank = ({ file }: Problem) => files.indexOf(file);
  return problems.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
