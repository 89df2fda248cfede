import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Scene, Story } from '../core/story';
import type { WireData } from '../core/wire';
import { storySchema } from '../schema/story';
import type { TextToScan } from './recording/textsToScan';
import type { OwnBlock } from '../schema/ownBlock';
import { kinds as builtInKinds } from '../kinds/builtIn';
import type { Kind } from '../kinds/kind';
import { registerKinds } from '../kinds/registry';
import { compileScene, type Asset } from './story/compileScene';
import {
  duplicateSceneIds,
  scenesContinuingRecording,
  sceneFileNames,
  missingSceneFiles,
  repeatedSceneFiles,
} from './story/crossCheckScenes';
import { languageDirection } from './story/languageDirection';
import { parseJsonFile, type JsonDocument } from './story/parseJsonFile';
import { formatProblemMessage, StoryError, type Problem } from './story/problem';
import { validateDocument } from './story/validateDocument';
import { fillDocument, resolveVariables, undefinedVariables } from './story/resolveVariables';
import { compileWire, wireFileName, missingWireFile } from './wire/compileWire';

/** What a story brings beyond the built-in kinds of scenes and terminal blocks. */
export interface Extensions {
  readonly kinds: readonly Kind[];
  readonly blocks: readonly OwnBlock[];
}

const NO_EXTENSIONS: Extensions = { kinds: [], blocks: [] };

/** The file that holds the story together. */
const STORY_FILE = 'story.json';

export interface CompiledStory {
  readonly story: Story;
  /** What crosses under it; undefined for stories that do not tell. */
  readonly wire: WireData | undefined;
  /** All files read, for watching. */
  readonly files: readonly string[];
  /** story.json and the scenes in its order, as they stand in the files, and with the closed variables filled in. */
  readonly written: readonly JsonDocument[];
  readonly filled: readonly JsonDocument[];
  /** What each stop of a recording shows at any moment, by the file of its scene; it does not ship. */
  readonly textsToScan: ReadonlyMap<string, readonly (readonly TextToScan[])[]>;
  /** Files that kinds add to the build. */
  readonly assets: readonly Asset[];
  /** The wire file, likewise; undefined where there is none. */
  readonly wireFile: { readonly written: JsonDocument; readonly filled: JsonDocument } | undefined;
}

/**
 * Makes the story the browser plays out of a folder of scenes: read, parse, fill in the variables, validate, colour the code, check the
 * scenes against each other.
 *
 * @throws {StoryError} with everything that is wrong in any of the files
 */
export async function compileStory(folder: string, own: Extensions = NO_EXTENSIONS): Promise<CompiledStory> {
  registerKinds(own.kinds);
  const kinds = new Map([...builtInKinds, ...own.kinds].map((kind) => [kind.name, kind]));
  const blocks = new Map(own.blocks.map((block) => [block.type, block]));
  const index = await loadDocument(path.join(folder, STORY_FILE));
  if (!index) throw missingStoryError(path.join(folder, STORY_FILE));
  const variables = resolveVariables(index);
  const fill = (document: JsonDocument): JsonDocument => fillDocument(document, variables.values);
  const head = validateDocument(fill(index), storySchema);

  const listed = sceneFileNames(index);
  const documents = await Promise.all(listed.map((name) => loadDocument(path.join(folder, name))));
  const found = documents.filter((document) => document !== undefined);
  const scenes = await Promise.all(found.map((document) => compileScene(fill(document), kinds, blocks)));

  const wireName = wireFileName(index);
  const wireFile = wireName === undefined ? undefined : path.join(folder, wireName);
  const wireDocument = wireFile === undefined ? undefined : await loadDocument(wireFile);
  const wire = wireDocument && (await compileWire(wireDocument, { index, values: variables.values, scenes: found }));

  const problems = [
    ...index.problems,
    ...variables.problems,
    ...[index, ...found].flatMap((document) => undefinedVariables(document, index)),
    ...head.problems,
    ...repeatedSceneFiles(index),
    ...(await missingSceneFiles(
      index,
      listed.filter((_, at) => !documents[at]),
    )),
    ...found.flatMap((document, at) => [...document.problems, ...scenes[at]!.problems]),
    ...duplicateSceneIds(found),
    ...scenesContinuingRecording(
      found,
      scenes.map(({ value }) => value),
    ),
    ...(wireFile !== undefined && !wireDocument ? await missingWireFile(index) : []),
    ...(wire?.problems ?? []),
  ];
  const filesBeside = new Map(found.map(({ file }, at) => [file, scenes[at]!.files]));
  const sceneFiles = listed.map((name) => path.join(folder, name)).flatMap((file) => [file, ...(filesBeside.get(file) ?? [])]);
  const files = [path.join(folder, STORY_FILE), ...sceneFiles, ...(wireFile === undefined ? [] : [wireFile])];
  if (problems.length > 0 || !head.value) throw new StoryError(sortProblems(problems, files), files);

  const { $schema: _, variables: defined, direction = languageDirection(head.value.lang), ...story } = head.value;
  const open = Object.fromEntries(Object.entries(defined).filter(([, { open: isOpen }]) => isOpen));
  const written = [index, ...found];
  return {
    story: { ...story, ...(direction === 'rtl' && { direction }), variables: open, scenes: scenes.map(({ value }) => value as Scene) },
    wire: wire?.value && { ...wire.value, variables: open },
    files,
    written,
    filled: written.map(fill),
    textsToScan: new Map(found.map(({ file }, at) => [file, scenes[at]?.textsToScan ?? []])),
    assets: scenes.flatMap((scene) => scene.assets),
    wireFile: wireDocument && wire && { written: wireDocument, filled: wire.filled },
  };
}

async function loadDocument(file: string): Promise<JsonDocument | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && parseJsonFile(file, bytes);
}

function missingStoryError(file: string): StoryError {
  const message = formatProblemMessage({ field: '', found: 'nothing', expected: `a ${STORY_FILE} that lists the scenes` });
  return new StoryError([{ file, line: 1, column: 1, message }], [file]);
}

/** File by file as the story lists them, each from the top. */
function sortProblems(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  const rank = ({ file }: Problem) => files.indexOf(file);
  return problems.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
