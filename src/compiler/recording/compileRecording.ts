import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { RecordingScene } from '../../kinds/recording/recordingScene';
import type { RecordingSource } from '../../kinds/recording/schema';
import { UNPRINTABLE } from '../../core/richText';
import { escapeReferences, mapStrings } from '../../core/variables';
import type { SceneCompileContext } from '../story/compileScene';
import type { JsonDocument } from '../story/parseJsonFile';
import { describeFileType } from '../story/describeFileType';
import { missingFile } from '../story/missingFile';
import { problemAt, type Problem } from '../story/problem';
import { toProblem } from '../story/toProblem';
import { type CompileResult } from '../story/validateDocument';
import type { Asciicast } from './asciicast';
import { parseAsciicast } from './parseAsciicast';
import { HIDDEN, readInput, type RecordedInput } from './silentInput';
import { keysOfSegments, typedTexts } from './segmentKeys';
import { splitRecording, type SplitPoint, type RecordingSegment } from './splitRecording';
import { MAX_RECORDING_BYTES } from './limits';
import type { TextToScan } from './textsToScan';
import { playRecording, ResizeError } from './playRecording';

/** The longest pause that is kept if neither the scene nor the recording has a limit. */
const DEFAULT_MAX_PAUSE_SECONDS = 2;

/** A validated scene without its `$schema`. */
export type RecordingSceneSource = Omit<RecordingSource, '$schema'>;

function recordingPath(document: JsonDocument, { file }: RecordingSceneSource): string {
  return path.join(path.dirname(document.file), file);
}

/** Reads a scene's recording, splits it into stops and plays it (ADR 013). Returns undefined and reports to `context` on problems. */
export async function compileRecording(scene: RecordingSceneSource, context: SceneCompileContext): Promise<RecordingScene | undefined> {
  const { value, problems, textsToScan = [], silentLines = [] } = await playScene(context.document, scene, context.showsKeys);
  context.addFile(recordingPath(context.document, scene));
  context.addProblems(problems);
  context.addTextsToScan(textsToScan);
  for (const line of silentLines) context.warn(['file'], silentLineMessage(line));
  return value;
}

type PlayResult = CompileResult<RecordingScene> & {
  readonly textsToScan?: readonly (readonly TextToScan[])[];
  readonly silentLines?: RecordedInput['silentLines'];
};

function silentLineMessage({ time, length }: RecordedInput['silentLines'][number]): string {
  const where = `${Number(time.toFixed(1))} s into the recording, ${length} characters are typed without being shown`;
  return `${where}: a password? The keys show ${HIDDEN} for each. Record again without it, or take these input events out of the file`;
}

async function playScene(document: JsonDocument, scene: RecordingSceneSource, showsKeys: boolean): Promise<PlayResult> {
  const { value: cast, problems } = await loadRecording(document, scene);
  if (!cast) return { value: undefined, problems };
  const splitPoints = splitPointsOf(document, scene);
  if (splitPoints.problems.length > 0) return { value: undefined, problems: splitPoints.problems };
  const segments = splitRecording(cast, scene.idle ?? cast.idle ?? DEFAULT_MAX_PAUSE_SECONDS, splitPoints.value);
  const stepCountProblem = checkStepCount(document, scene, segments);
  if (stepCountProblem) return failed(stepCountProblem);
  const played = await playRecording(cast.grid, segments).catch((error: unknown) => {
    if (error instanceof ResizeError) return error;
    throw error;
  });
  if (played instanceof ResizeError) {
    return failed(toProblem(document, { path: ['file'], found: played.message, expected: 'a recording whose terminal keeps its size' }));
  }
  const input = showsKeys ? readInput(cast.events) : undefined;
  const keys = input && keysOfSegments(input, segments);
  const steps = played.map(({ textsToScan: _textsToScan, ...stop }, index) => {
    const stepKeys = keys?.[index] ?? [];
    const each = stepKeys.length > 0 ? { ...stop, recorded: { ...stop.recorded, keys: stepKeys } } : stop;
    const { at: _, ...stepFields } = scene.steps?.[index] ?? {};
    const title =
      stepFields.title ??
      (escapeReferences(printableLabel(segments[index])) || (played.length === 1 ? scene.title : `${scene.title} ${index + 1}`));
    return { ...stepFields, title, notes: stepFields.notes ?? { say: title, point: scene.window }, ...mapStrings(each, escapeReferences) };
  });
  const { kind, id, title, window } = scene;
  return {
    value: { kind, id, title, window, steps },
    problems: [],
    textsToScan: played.map(({ textsToScan }, index) => [...textsToScan, ...typedTexts(keys?.[index] ?? [])]),
    silentLines: input?.silentLines ?? [],
  };
}

function failed(problem: Problem): CompileResult<never> {
  return { value: undefined, problems: [problem] };
}

async function loadRecording(document: JsonDocument, scene: RecordingSceneSource): Promise<CompileResult<Asciicast>> {
  const file = recordingPath(document, scene);
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) {
    const problem = await missingFile(path.dirname(file), ['file'], scene.file, (name) => name.endsWith('.cast'));
    return failed(toProblem(document, problem));
  }
  if (size > MAX_RECORDING_BYTES) {
    const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
    const expected = `at most ${megabytes(MAX_RECORDING_BYTES)}; record a shorter session, or cut this one`;
    return failed({ file, ...problemAt({ line: 1, column: 1 }, { found: megabytes(size), expected }) });
  }
  const bytes = await readFile(file);
  const kind = describeFileType(bytes);
  if (kind === undefined) return parseAsciicast(file, bytes);
  const expected =
    kind.includes('compressed') || kind.includes('archive') ? 'the recording in it, unpacked' : 'an asciicast, as `asciinema rec` saves it';
  return failed(toProblem(document, { path: ['file'], found: `${JSON.stringify(scene.file)}, ${kind}`, expected }));
}

/** Returns the times in the steps' `at` fields; undefined if no step has one, so the recording's markers count. */
function splitPointsOf(
  document: JsonDocument,
  { steps = [] }: RecordingSceneSource,
): { readonly value: readonly SplitPoint[] | undefined; readonly problems: readonly Problem[] } {
  if (steps.every(({ at }) => at === undefined)) return { value: undefined, problems: [] };
  const problems: Problem[] = [];
  let last = -1;
  steps.forEach(({ at }, index) => {
    const addProblem = (found: string, expected: string, keys: readonly PropertyKey[]) =>
      problems.push(toProblem(document, { path: ['steps', index, ...keys], found, expected }));
    if (at === undefined && index > 0) addProblem('no "at"', '"at" on every step but the first, or on none', []);
    if (at !== undefined && at <= last) addProblem(String(at), `more than ${last}, where the step before begins`, ['at']);
    last = at ?? Math.max(last, 0);
  });
  return { value: steps.flatMap(({ at }) => (at === undefined ? [] : [{ time: at, label: '' }])), problems };
}

/** Returns a problem if the scene does not have one step for each stop of the recording. */
function checkStepCount(
  document: JsonDocument,
  { steps }: RecordingSceneSource,
  segments: readonly RecordingSegment[],
): Problem | undefined {
  if (!steps || steps.length === segments.length) return undefined;
  const names = segments.map(
    (segment) => `${printableLabel(segment) ? `${JSON.stringify(printableLabel(segment))} ` : ''}at ${Number(segment.start.toFixed(3))} s`,
  );
  const found = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
  const shown = names.length > 12 ? [...names.slice(0, 12), '…'] : names;
  const expected = `${segments.length}, one for each stop of the recording in which something is printed (${shown.join(', ')})`;
  return toProblem(document, { path: ['steps'], found, expected });
}

/** Returns the label of the marker that starts a segment, without unprintable characters. */
function printableLabel(segment: RecordingSegment | undefined): string {
  return (segment?.label ?? '').normalize('NFC').replaceAll(new RegExp(UNPRINTABLE, 'gu'), '').trim();
}
