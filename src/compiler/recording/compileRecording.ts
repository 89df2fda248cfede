import { readFile, stat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { RecordingScene } from '../../kinds/recording/kind';
import type { RecordingSource } from '../../kinds/recording/schema';
import { UNPRINTABLE } from '../../core/richText';
import { escapeReferences, mapTexts } from '../../core/variables';
import type { Document } from '../story/parseJsonFile';
import { kindOfFile } from '../story/describeFileType';
import { sentence, type Problem } from '../story/problem';
import { nearest } from '../story/closestMatch';
import { complain, type Checked } from '../story/validateDocument';
import { readCast, type Cast } from './parseAsciicast';
import { cutCast, type Cut, type Piece } from './splitRecording';
import { LARGEST } from './limits';
import type { Passage } from './textsToScan';
import { play, ResizeError } from './playRecording';

/** Seconds of a pause that are kept where neither scene nor file says. */
const IDLE = 2;

/** A validated scene without its `$schema`. */
export type Source = Omit<RecordingSource, '$schema'>;

/** Whether a validated scene is a recording. */
export function isRecording(scene: unknown): scene is Source {
  return (scene as { kind?: unknown }).kind === 'recording';
}

/** The file a recording scene plays. */
export function castFile(document: Document, { file }: Source): string {
  return path.join(path.dirname(document.file), file);
}

/** A recording as the browser gets it, and beside it what each of its stops shows at any moment, for the check. */
export type CompiledRecording = Checked<RecordingScene> & { readonly passages?: readonly (readonly Passage[])[] };

/** Reads the recording of a scene, cuts it into its stops and plays it. */
export async function compileRecording(document: Document, scene: Source): Promise<CompiledRecording> {
  const { value: cast, problems } = await load(document, scene);
  if (!cast) return { value: undefined, problems };
  const cuts = cutsOf(document, scene);
  if (cuts.problems.length > 0) return { value: undefined, problems: cuts.problems };
  const pieces = cutCast(cast, scene.idle ?? cast.idle ?? IDLE, cuts.value);
  const miscounted = checkCount(document, scene, pieces);
  if (miscounted) return { value: undefined, problems: [miscounted] };
  const played = await play(cast.grid, pieces).catch(failedResize);
  if (played instanceof ResizeError) {
    return {
      value: undefined,
      problems: [
        complain(document, { path: ['file'], what: 'value', found: played.message, expected: 'a recording whose terminal keeps its size' }),
      ],
    };
  }
  const steps = played.map(({ passages: _passages, ...each }, index) => {
    const { at: _, ...own } = scene.steps?.[index] ?? {};
    const title =
      own.title ?? (escapeReferences(labelOf(pieces[index])) || (played.length === 1 ? scene.title : `${scene.title} ${index + 1}`));
    return { ...own, title, notes: own.notes ?? { say: title, point: scene.window }, ...mapTexts(each, escapeReferences) };
  });
  const { kind, id, title, window } = scene;
  return { value: { kind, id, title, window, steps }, problems: [], passages: played.map(({ passages }) => passages) };
}

function failedResize(error: unknown): ResizeError {
  if (error instanceof ResizeError) return error;
  throw error;
}

async function load(document: Document, scene: Source): Promise<Checked<Cast>> {
  const file = castFile(document, scene);
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
        complain(document, {
          path: ['file'],
          what: 'value',
          found: JSON.stringify(scene.file),
          expected: `a file in ${path.basename(folder)}/`,
          meant: nearest(scene.file, names),
        }),
      ],
    };
  }
  if (size > LARGEST) {
    const [found, most] = [size, LARGEST].map((bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`);
    const message = sentence({ field: '', found: `${found}`, expected: `at most ${most}; record a shorter session, or cut this one` });
    return { value: undefined, problems: [{ file, line: 1, column: 1, message }] };
  }
  const bytes = await readFile(file);
  const kind = kindOfFile(bytes);
  if (kind === undefined) return readCast(file, bytes);
  const expected =
    kind.includes('compressed') || kind.includes('archive') ? 'the recording in it, unpacked' : 'an asciicast, as `asciinema rec` saves it';
  return {
    value: undefined,
    problems: [complain(document, { path: ['file'], what: 'value', found: `${JSON.stringify(scene.file)}, ${kind}`, expected })],
  };
}

/** Where the steps say to cut; undefined where the recording's markers do. */
function cutsOf(
  document: Document,
  { steps = [] }: Source,
): { readonly value: readonly Cut[] | undefined; readonly problems: readonly Problem[] } {
  if (steps.every(({ at }) => at === undefined)) return { value: undefined, problems: [] };
  const problems: Problem[] = [];
  let last = -1;
  steps.forEach(({ at }, index) => {
    const say = (found: string, expected: string, keys: readonly PropertyKey[]) =>
      problems.push(complain(document, { path: ['steps', index, ...keys], what: 'value', found, expected }));
    if (at === undefined && index > 0) say('no "at"', '"at" on every step but the first, or on none', []);
    if (at !== undefined && at <= last) say(String(at), `more than ${last}, where the step before begins`, ['at']);
    last = at ?? Math.max(last, 0);
  });
  return { value: steps.flatMap(({ at }) => (at === undefined ? [] : [{ time: at, label: '' }])), problems };
}

/** Steps have to be as many as the stops of the recording. */
function checkCount(document: Document, { steps }: Source, pieces: readonly Piece[]): Problem | undefined {
  if (!steps || steps.length === pieces.length) return undefined;
  const names = pieces.map(
    (piece) => `${labelOf(piece) ? `${JSON.stringify(labelOf(piece))} ` : ''}at ${Number(piece.start.toFixed(3))} s`,
  );
  const found = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
  const shown = names.length > 12 ? [...names.slice(0, 12), '…'] : names;
  const expected = `${pieces.length}, one for each stop of the recording in which something is printed (${shown.join(', ')})`;
  return complain(document, { path: ['steps'], what: 'value', found, expected });
}

/** A marker's label as a title: what cannot be shown is left out. */
function labelOf(piece: Piece | undefined): string {
  return (piece?.label ?? '').normalize('NFC').replaceAll(new RegExp(UNPRINTABLE, 'gu'), '').trim();
}
