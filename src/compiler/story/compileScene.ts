import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { CompiledSource, Scene, Step, Timing } from '../../core/story';
import { fillStory, type Variable } from '../../core/variables';
import { defaultTiming } from '../../schema/story';
import { stepFields } from '../../schema/scene';
import type { OwnBlock } from '../../schema/ownBlock';
import type { CompileContext, CompileProblem, LoadImagesOptions, OtherText, ScenePath } from '../../kinds/compileContext';
import type { Kind } from '../../kinds/kind';
import type { TextToScan } from '../recording/textsToScan';
import { loadImages, type PublishedImage } from '../images/loadImages';
import { insertExpansions, replaceOwnBlocks } from './expandBlocks';
import { highlightCodeFields } from './highlightCodeFields';
import { missingFile } from './missingFile';
import { parseJsonFile, type JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { toProblem } from './toProblem';
import { validateValue } from './validateDocument';
import { validateScene } from './validateScene';

/** A file that a kind of scenes adds to the build. */
export interface Asset {
  /** URL relative to the page, such as `./assets/map-1a2b3c4d.svg`. */
  readonly url: string;
  readonly content: Uint8Array | string;
}

/** The context of built-in kinds, which have more functions than {@link CompileContext}. */
export interface SceneCompileContext extends CompileContext {
  readonly document: JsonDocument;
  /** Whether the story shows the keys that are pressed. */
  readonly showsKeys: boolean;
  /** Registers a file: when it changes, the dev server compiles the story again. */
  addFile(file: string): void;
  addProblems(problems: readonly Problem[]): void;
  /** Adds the texts that steps show and that are in no field of the scene, for the rules of `check`. */
  addTextsToScan(steps: readonly (readonly TextToScan[])[]): void;
  /** Adds a line to the output of a build. */
  addBuildNote(line: string): void;
}

export interface CompiledScene {
  /** The scene as it is in the page's data; undefined if there are problems. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Files that the kind read or looked for, without the scene file itself. */
  readonly files: readonly string[];
  readonly assets: readonly Asset[];
  readonly images: readonly PublishedImage[];
  readonly textsToScan: readonly (readonly TextToScan[])[];
  readonly notices: SceneNotices;
  readonly buildNotes: readonly string[];
  /** The scenes in its panes, with the files they were read from. */
  readonly panes: readonly PaneFile[];
}

/** What a kind tells `check` while it compiles a scene. */
export interface SceneNotices {
  readonly warnings: { readonly path: ScenePath; readonly message: string }[];
  readonly texts: OtherText[];
}

interface PaneFile {
  readonly document: JsonDocument;
  readonly scene: CompiledScene;
}

/** What the kinds' `compile` needs to know of the story. */
export interface SceneSettings {
  /** @default that of a story without `timing` */
  readonly timing?: Timing | undefined;
  /** Contains all files of the story. @default the folder of the scene file */
  readonly storyFolder?: string;
  /** Whether the story shows the keys that are pressed. @default false */
  readonly showsKeys?: boolean | undefined;
  /** The story's variables. @default none */
  readonly variables?: Readonly<Record<string, Variable>> | undefined;
  /** Fills in the values of closed variables in a file. @default returns the file as it is */
  readonly fill?: (document: JsonDocument) => JsonDocument;
  /** Whether the scene is in a pane of another one, and so has none itself. @default false */
  readonly isPane?: boolean;
}

type CompleteSettings = { readonly [Name in keyof SceneSettings]-?: NonNullable<SceneSettings[Name]> };

/** Validates a scene file and compiles it with its kind. */
export async function compileScene(
  written: JsonDocument,
  kinds: ReadonlyMap<string, Kind>,
  blocks: ReadonlyMap<string, OwnBlock>,
  settings: SceneSettings = {},
): Promise<CompiledScene> {
  const {
    timing = defaultTiming,
    storyFolder = path.dirname(written.file),
    variables = {},
    fill = (each) => each,
    isPane = false,
    showsKeys = false,
  } = settings;
  const { document, expansions, problems: blockProblems } = replaceOwnBlocks(written, blocks);
  const { value, kind, problems } = validate(document, kinds);
  const result = {
    problems: [...blockProblems, ...problems],
    files: new Set<string>(),
    assets: [] as Asset[],
    images: [] as PublishedImage[],
    textsToScan: [] as (readonly TextToScan[])[],
    notices: { warnings: [], texts: [] } as SceneNotices,
    buildNotes: [] as string[],
    panes: [] as PaneFile[],
  };
  const compilePane = async (pane: JsonDocument): Promise<CompiledScene> =>
    compileScene(fill(pane), kinds, blocks, { ...settings, isPane: true });
  if (value === undefined || !kind) return { ...result, value: undefined, files: [] };
  const { $schema: _, ...scene } = insertExpansions(value, expansions) as { $schema?: string };
  const context = createContext(document, result, { timing, storyFolder, variables, showsKeys }, isPane ? undefined : compilePane);
  const compiled = kind.compile ? await runCompile(kind, scene, context) : scene;
  return { ...result, value: result.problems.length > 0 ? undefined : withStoryFields(scene, compiled), files: [...result.files] };
}

/** Returns what a kind compiled with the fields of the scene and its steps that matter to the story alone, which kinds need not know. */
function withStoryFields(scene: Partial<Scene>, compiled: unknown): unknown {
  if (compiled === undefined) return undefined;
  const { over, optional, cuts, detour, steps = [] } = scene;
  const own = compiled as Scene;
  const shared = (step: object = {}): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(step).filter(([name]) => name in stepFields));
  const withFields = (step: Step, at: number): Step => ({ ...defined(shared(steps[at])), ...step });
  return { ...defined({ over, optional, cuts, detour }), ...own, steps: own.steps.map(withFields) };
}

function defined(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** @throws an error that names the kind and the scene file if the kind's schema throws */
function validate(document: JsonDocument, kinds: ReadonlyMap<string, Kind>): ReturnType<typeof validateScene> {
  try {
    return validateScene(document, kinds);
  } catch (error) {
    throw kindError(document, 'validate', error);
  }
}

/** @throws an error that names the kind and the scene file if the kind's code throws */
async function runCompile(kind: Kind, scene: object, context: SceneCompileContext): Promise<unknown> {
  try {
    return await kind.compile?.(scene as never, context);
  } catch (error) {
    throw kindError(context.document, 'compile', error);
  }
}

function kindError({ value, file }: JsonDocument, task: string, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  const { kind } = value as { kind: string };
  return new Error(`The kind "${kind}" could not ${task} ${path.basename(file)}: ${message}`, { cause });
}

interface MutableResult {
  readonly problems: Problem[];
  readonly files: Set<string>;
  readonly assets: Asset[];
  readonly images: PublishedImage[];
  readonly textsToScan: (readonly TextToScan[])[];
  readonly notices: SceneNotices;
  readonly buildNotes: string[];
  readonly panes: PaneFile[];
}

function createContext(
  document: JsonDocument,
  { problems, files, assets, images, textsToScan, notices, buildNotes, panes }: MutableResult,
  { timing, storyFolder, variables, showsKeys }: Omit<CompleteSettings, 'fill' | 'isPane'>,
  compilePane: ((document: JsonDocument) => Promise<CompiledScene>) | undefined,
): SceneCompileContext {
  const folder = path.dirname(document.file);
  const report = (problem: CompileProblem): void => void problems.push(toProblem(document, problem));
  const addFile = (file: string): void => void files.add(file);
  const emitAsset = (name: string, content: Uint8Array | string): string => {
    const { name: base, ext } = path.parse(name);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
    const url = `./assets/${base.replaceAll(/[^\w-]+/gu, '-')}-${hash}${ext}`;
    if (!assets.some((asset) => asset.url === url)) assets.push({ url, content });
    return url;
  };
  const readBeside = async (name: string, at?: ScenePath): Promise<Uint8Array | undefined> => {
    const file = path.resolve(folder, name);
    files.add(file);
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes) return bytes;
    if (at) report(await missingFile(path.dirname(file), at, name));
    return undefined;
  };
  return {
    document,
    showsKeys,
    timing,
    report,
    warn: (at, message) => void notices.warnings.push({ path: at, message }),
    addText: (text) => void notices.texts.push(text),
    validate: (schema, value, at) => {
      const validated = validateValue(document, schema, value, at);
      validated.problems.forEach((problem) => problems.push(problem));
      return validated.problems.length > 0 ? undefined : { value: validated.value as z.output<typeof schema> };
    },
    addFile,
    addProblems: (list) => list.forEach((problem) => problems.push(problem)),
    addTextsToScan: (steps) => steps.forEach((texts) => textsToScan.push(texts)),
    addBuildNote: (line) => void buildNotes.push(line),
    readFile: readBeside,
    fillVariables: (value) => fillStory({ value, variables }).value,
    highlightCode: async <T>(value: T, at: ScenePath = []) => {
      const highlighted = await highlightCodeFields(document, value, at);
      highlighted.problems.forEach((problem) => problems.push(problem));
      return highlighted.value as never;
    },
    loadImages: async <T>(value: T, { path: at = [], zoom = () => 1 }: LoadImagesOptions = {}) => {
      const addImage = (image: PublishedImage): void => void images.push(image);
      const target = { sceneFile: document.file, storyFolder, report, addFile, addImage, emitAsset };
      return (await loadImages(value, at, target, zoom)) as CompiledSource<T>;
    },
    emitAsset,
    readScene: async (name, at) => {
      if (!compilePane) {
        report({ path: at, found: JSON.stringify(name), expected: 'no scene: this one is in a pane itself, which has no panes' });
        return undefined;
      }
      const bytes = await readBeside(name, at);
      if (!bytes) return undefined;
      const pane = parseJsonFile(path.resolve(folder, name), bytes);
      const scene = await compilePane(pane);
      panes.push({ document: pane, scene });
      for (const file of scene.files) addFile(file);
      for (const asset of scene.assets) if (!assets.some(({ url }) => url === asset.url)) assets.push(asset);
      return scene.value as Scene | undefined;
    },
  };
}
