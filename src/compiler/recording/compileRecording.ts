import { readFile, stat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { RecordingScene } from '../../kinds/recording/recordingScene';
import type { RecordingSource } from '../../kinds/recording/schema';
import { UNPRINTABLE } from '../../core/richText';
import { escapeReferences, mapStrings } from '../../core/variables';
import type { SceneCompileContext } from '../story/compileScene';
import type { JsonDocument } from '../story/parseJsonFile';
import { describeFileType } from '../story/describeFileType';
import { formatProblemMessage, type Problem } from '../story/problem';
import { closestMatch } from '../story/closestMatch';
import { toProblem } from '../story/toProblem';
import { type CompileResult } from '../story/validateDocument';
import type { Asciicast } from './asciicast';
import { parseAsciicast } from './parseAsciicast';
import { splitRecording, type SplitPoint, type RecordingSegment } from './splitRecording';
import { MAX_RECORDING_BYTES } from './limits';
import type { TextToScan } from './textsToScan';
import { playRecording, ResizeError } from './playRecording';

/** Seconds of a pause that are kept where neither scene nor file says. */
const DEFAULT_MAX_PAUSE_SECONDS = 2;

/** A validated scene without its `$schema`. */
export type RecordingSceneSource = Omit<RecordingSource, '$schema'>;

/** The file a recording scene plays. */
function recordingPath(document: JsonDocument, { file }: RecordingSceneSource): string {
  return path.join(path.dirname(document.file), file);
}

/** Reads the recording of a scene, splits it into its stops and plays it. Returns undefined if there are problems. */
export async function compileRecording(scene: RecordingSceneSource, context: SceneCompileContext): Promise<RecordingScene | undefined> {
  const { value, problems, textsToScan = [] } = await playScene(context.document, scene);
  context.addFile(recordingPath(context.document, scene));
  context.addProblems(problems);
  context.addTextsToScan(textsToScan);
  return value;
}

async function playScene(
  document: JsonDocument,
  scene: RecordingSceneSource,
): Promise<CompileResult<RecordingScene> & { readonly textsToScan?: readonly (readonly TextToScan[])[] }> {
  const { value: cast, problems } = await loadRecording(document, scene);
  if (!cast) return { value: undefined, problems };
  const splitPoints = splitPointsOf(document, scene);
  if (splitPoints.problems.length > 0) return { value: undefined, problems: splitPoints.problems };
  const segments = splitRecording(cast, scene.idle ?? cast.idle ?? DEFAULT_MAX_PAUSE_SECONDS, splitPoints.value);
  const stepCountProblem = checkStepCount(document, scene, segments);
  if (stepCountProblem) return { value: undefined, problems: [stepCountProblem] };
  const played = await playRecording(cast.grid, segments).catch(resizeErrorOrThrow);
  if (played instanceof ResizeError) {
    return {
      value: undefined,
      problems: [
        toProblem(document, {
          path: ['file'],
          code: 'value',
          found: played.message,
          expected: 'a recording whose terminal keeps its size',
        }),
      ],
    };
  }
  const steps = played.map(({ textsToScan: _textsToScan, ...each }, index) => {
    const { at: _, ...stepFields } = scene.steps?.[index] ?? {};
    const title =
      stepFields.title ??
      (escapeReferences(printableLabel(segments[index])) || (played.length === 1 ? scene.title : `${scene.title} ${index + 1}`));
    return { ...stepFields, title, notes: stepFields.notes ?? { say: title, point: scene.window }, ...mapStrings(each, escapeReferences) };
  });
  const { kind, id, title, window } = scene;
  return { value: { kind, id, title, window, steps }, problems: [], textsToScan: played.map(({ textsToScan }) => textsToScan) };
}

function resizeErrorOrThrow(error: unknown): ResizeError {
  if (error instanceof ResizeError) return error;
  throw error;
}

async function loadRecording(document: JsonDocument, scene: RecordingSceneSource): Promise<CompileResult<Asciicast>> {
  const file = recordingPath(document, scene);
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) {
    const folder = path.dirname(file);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.cast'));
    return {
      value: undefined,
      problems: [
        toProblem(document, {
          path: ['file'],
          code: 'value',
          found: JSON.stringify(scene.file),
          expected: `a file in ${path.basename(folder)}/`,
          suggestion: closestMatch(scene.file, names),
        }),
      ],
    };
  }
  if (size > MAX_RECORDING_BYTES) {
    const [found, most] = [size, MAX_RECORDING_BYTES].map((bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`);
    const message = formatProblemMessage({
      field: '',
      found: `${found}`,
      expected: `at most ${most}; record a shorter session, or cut this one`,
    });
    return { value: undefined, problems: [{ file, line: 1, column: 1, message }] };
  }
  const bytes = await readFile(file);
  const kind = describeFileType(bytes);
  if (kind === undefined) return parseAsciicast(file, bytes);
  const expected =
    kind.includes('compressed') || kind.includes('archive') ? 'the recording in it, unpacked' : 'an asciicast, as `asciinema rec` saves it';
  return {
    value: undefined,
    problems: [toProblem(document, { path: ['file'], code: 'value', found: `${JSON.stringify(scene.file)}, ${kind}`, expected })],
  };
}

/** Where the steps say to cut; undefined where the recording's markers do. */
function splitPointsOf(
  document: JsonDocument,
  { steps = [] }: RecordingSceneSource,
): { readonly value: readonly SplitPoint[] | undefined; readonly problems: readonly Problem[] } {
  if (steps.every(({ at }) => at === undefined)) return { value: undefined, problems: [] };
  const problems: Problem[] = [];
  let last = -1;
  steps.forEach(({ at }, index) => {
    const say = (found: string, expected: string, keys: readonly PropertyKey[]) =>
      problems.push(toProblem(document, { path: ['steps', index, ...keys], code: 'value', found, expected }));
    if (at === undefined && index > 0) say('no "at"', '"at" on every step but the first, or on none', []);
    if (at !== undefined && at <= last) say(String(at), `more than ${last}, where the step before begins`, ['at']);
    last = at ?? Math.max(last, 0);
  });
  return { value: steps.flatMap(({ at }) => (at === undefined ? [] : [{ time: at, label: '' }])), problems };
}

/** Steps have to be as many as the stops of the recording. */
function checkStepCount(document: JsonDocument, { steps }: RecordingSceneSource, pieces: readonly RecordingSegment[]): Problem | undefined {
  if (!steps || steps.length === pieces.length) return undefined;
  const names = pieces.map(
    (piece) => `${printableLabel(piece) ? `${JSON.stringify(printableLabel(piece))} ` : ''}at ${Number(piece.start.toFixed(3))} s`,
  );
  const found = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
  const shown = names.length > 12 ? [...names.slice(0, 12), '…'] : names;
  const expected = `${pieces.length}, one for each stop of the recording in which something is printed (${shown.join(', ')})`;
  return toProblem(document, { path: ['steps'], code: 'value', found, expected });
}

/** A marker's label as a title: what cannot be shown is left out. */
function printableLabel(piece: RecordingSegment | undefined): string {
  return (piece?.label ?? '').normalize('NFC').replaceAll(new RegExp(UNPRINTABLE, 'gu'), '').trim();
}
