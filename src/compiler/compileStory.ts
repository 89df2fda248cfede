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
import type { PublishedImage } from './images/loadImages';
import { redactedElsewhere } from './images/redactedElsewhere';
import { compileScene, type Asset, type SceneNotices } from './story/compileScene';
import {
  duplicateSceneIds,
  scenesContinuingRecording,
  scenesOverNothing,
  sceneFileNames,
  missingSceneFiles,
  missingWireFile,
  repeatedSceneFiles,
} from './story/crossCheckScenes';
import { emptyCuts, onlyDetours, scenesAcrossDetours, scenesOnWay, unknownDetours, waysInPanes } from './story/crossCheckWay';
import { languageDirection } from './story/languageDirection';
import { parseJsonFile, type JsonDocument } from './story/parseJsonFile';
import { formatProblemMessage, StoryError, type Problem } from './story/problem';
import { validateDocument } from './story/validateDocument';
import { fillDocument, resolveVariables, undefinedVariables } from './story/resolveVariables';
import { compileWire, wireFileName } from './wire/compileWire';

/** The kinds of scenes and terminal blocks that a story has beyond the built-in ones. */
export interface Extensions {
  readonly kinds: readonly Kind[];
  readonly blocks: readonly OwnBlock[];
  /** Compiles the story as if it named no wire file, which is about to be replaced. */
  readonly withoutWire?: boolean | undefined;
}

const NO_EXTENSIONS: Extensions = { kinds: [], blocks: [] };

const STORY_FILE = 'story.json';

export interface CompiledStory {
  readonly story: Story;
  /** Undefined for stories without a wire file. */
  readonly wire: WireData | undefined;
  /** All files that were read; a dev server watches them. */
  readonly files: readonly string[];
  /** story.json, the scene files in its order, and those of panes; `filled` has the values of closed variables in place of references. */
  readonly written: readonly JsonDocument[];
  readonly filled: readonly JsonDocument[];
  /** Texts that the steps of a scene show but its fields do not contain, by scene file. Only `check` reads them. */
  readonly textsToScan: ReadonlyMap<string, readonly (readonly TextToScan[])[]>;
  /** What the kind of each scene tells `check`, by scene file. */
  readonly notices: ReadonlyMap<string, SceneNotices>;
  readonly assets: readonly Asset[];
  /** The pictures of each scene as they are published, by scene file. */
  readonly images: ReadonlyMap<string, readonly PublishedImage[]>;
  /** What kinds say in the output of a build, a line each. */
  readonly buildNotes: readonly string[];
  /** The wire file as written, and with variables filled in; undefined if there is none. */
  readonly wireFile: { readonly written: JsonDocument; readonly filled: JsonDocument } | undefined;
}

/**
 * Compiles a story folder to the data that the page plays: reads and parses the files, fills variables, validates, runs the kinds'
 * `compile` and checks references between files.
 *
 * @throws {StoryError} with all problems of all files
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
  const existing = documents.filter((document) => document !== undefined);
  const settings = {
    timing: head.value?.timing,
    showsKeys: head.value?.showKeys,
    storyFolder: folder,
    variables: head.value?.variables,
    fill,
  };
  const scenes = await Promise.all(existing.map((document) => compileScene(fill(document), kinds, blocks, settings)));

  const allPanes = scenes.flatMap((scene) => scene.panes);
  // A file may be in several panes, and a scene of the story too.
  const panes = [...new Map(allPanes.map((pane) => [pane.document.file, pane])).values()].filter(({ document }) =>
    existing.every(({ file }) => file !== document.file),
  );
  const paneDocuments = panes.map(({ document }) => document);
  const sceneDocuments = [...existing, ...paneDocuments];
  const compiledScenes = [...scenes, ...panes.map(({ scene }) => scene)];

  const wireName = own.withoutWire === true ? undefined : wireFileName(index);
  const wireFile = wireName === undefined ? undefined : path.join(folder, wireName);
  const wireDocument = wireFile === undefined ? undefined : await loadDocument(wireFile);
  const wire = wireDocument && (await compileWire(wireDocument, { index, values: variables.values, scenes: existing }));

  const problems = [
    ...index.problems,
    ...variables.problems,
    ...[index, ...sceneDocuments].flatMap((document) => undefinedVariables(document, index)),
    ...head.problems,
    ...repeatedSceneFiles(index),
    ...(await missingSceneFiles(
      index,
      listed.filter((_, at) => !documents[at]),
    )),
    ...existing.flatMap((document, at) => [...document.problems, ...scenes[at]!.problems]),
    ...allPanes.flatMap(({ document, scene }) => [...document.problems, ...scene.problems]),
    ...duplicateSceneIds(sceneDocuments),
    ...scenesOverNothing(scenesOnWay(existing), paneDocuments),
    ...scenesAcrossDetours(existing),
    ...onlyDetours(index, existing),
    ...waysInPanes(paneDocuments),
    ...emptyCuts(existing),
    ...unknownDetours(existing.map(fill), paneDocuments.map(fill)),
    ...redactedElsewhere(sceneDocuments.map((document, at) => ({ document, images: compiledScenes[at]!.images }))),
    ...scenesContinuingRecording(
      existing,
      scenes.map(({ value }) => value),
    ),
    ...(wireName !== undefined && !wireDocument ? await missingWireFile(index, wireName) : []),
    ...(wire?.problems ?? []),
  ];
  const filesBeside = new Map(existing.map(({ file }, at) => [file, scenes[at]!.files]));
  const sceneFiles = listed.map((name) => path.join(folder, name)).flatMap((file) => [file, ...(filesBeside.get(file) ?? [])]);
  const files = [path.join(folder, STORY_FILE), ...sceneFiles, ...(wireFile === undefined ? [] : [wireFile])];
  if (problems.length > 0 || !head.value) throw new StoryError(sortProblems(withoutRepeats(problems), files), files);

  const { $schema: _, variables: defined, direction = languageDirection(head.value.lang), ...story } = head.value;
  const open = Object.fromEntries(Object.entries(defined).filter(([, { open: isOpen }]) => isOpen));
  const written = [index, ...sceneDocuments];
  return {
    story: { ...story, ...(direction === 'rtl' && { direction }), variables: open, scenes: scenes.map(({ value }) => value as Scene) },
    wire: wire?.value && { ...wire.value, variables: open },
    files,
    written,
    filled: written.map(fill),
    notices: new Map(sceneDocuments.map(({ file }, at) => [file, compiledScenes[at]!.notices])),
    textsToScan: new Map(sceneDocuments.map(({ file }, at) => [file, compiledScenes[at]?.textsToScan ?? []])),
    assets: scenes.flatMap((scene) => scene.assets),
    buildNotes: compiledScenes.flatMap((scene) => scene.buildNotes),
    images: new Map(sceneDocuments.map(({ file }, at) => [file, compiledScenes[at]?.images ?? []])),
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

/** Returns each problem once: a file may be compiled for several panes. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Sorts by file in the order of the story, then by position. */
function sortProblems(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  const rank = ({ file }: Problem) => files.indexOf(file);
  return problems.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
