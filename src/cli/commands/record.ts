import { existsSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { loadModule } from '../../project/loadModule.mjs';
import { shortPath } from '../../project/shortPath';
import { CastDraft } from '../../record/castDraft';
import { freeName, keepRecording } from '../../record/keep';
import type { Keeping } from '../../record/kindsOfKeeping';
import { loadPty } from '../../record/loadPty';
import { programEnvironment, RECORDING_VARIABLE, recordedCommand } from '../../record/program';
import { askAnswers, defaultAnswers } from '../../record/questions';
import { recordedSize, runSession } from '../../record/runSession';
import type { StopKey } from '../../record/stopKey';
import { writeTitles } from '../../record/writeTitles';
import { findStoryFolder, requestedFolder, resolveFromCaller } from '../storyFolder';

export interface RecordOptions {
  readonly as?: Keeping | undefined;
  readonly title?: string | undefined;
  readonly out?: string | undefined;
  readonly key: StopKey;
}

/** Exit codes of processes that these signals end. */
const SIGNAL_CODES: Partial<Record<NodeJS.Signals, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** Columns from which words are small on a projector. */
const MANY_COLUMNS = 100;

const DEFAULT_TITLE = 'Session';

/** Records a shell or `command`. Returns the exit code. @throws with what is wrong and what to do; what was recorded is kept */
export async function recordSession(argument: string | undefined, command: readonly string[], options: RecordOptions): Promise<number> {
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY)
    throw new Error('Recording needs a terminal for its input and its output, and here one of them is a file or a pipe.');
  if (process.env[RECORDING_VARIABLE] !== undefined)
    throw new Error(`This terminal is being recorded already, to ${process.env[RECORDING_VARIABLE]}. End that recording first.`);
  const cwd = resolveFromCaller('.');
  const storyFolder = findStory(argument, options.as);
  const { file, args } = recordedCommand(command, cwd);
  const pty = loadPty(storyFolder ?? cwd);

  const out = options.out === undefined ? undefined : checkTarget(resolveFromCaller(options.out), storyFolder, options.as);
  const folder = out === undefined ? (storyFolder ?? cwd) : path.dirname(out);
  await mkdir(folder, { recursive: true });
  const draftFile = path.join(
    folder,
    out === undefined ? `.${freeName(folder, options.title ?? DEFAULT_TITLE)}.cast` : `.${path.basename(out)}`,
  );
  const size = recordedSize(stdout);
  const env = programEnvironment(process.env, shortPath(draftFile));
  const draft = new CastDraft(draftFile, size, env['TERM'] ?? '');
  console.log(introduction(command, options.key, size.cols));

  let signal: NodeJS.Signals | undefined;
  try {
    signal = await runSession({
      draft,
      key: options.key,
      stdin,
      stdout,
      start: ({ cols, rows }) => pty.spawn(file, args, { cols, rows, cwd, env, name: env['TERM'] ?? '' }),
    });
  } catch (error) {
    console.error(`What was recorded is in ${shortPath(draftFile)}.`);
    throw error;
  }
  if (!draft.hasOutput) {
    await rm(draftFile);
    throw new Error('Nothing was printed, so nothing was kept.');
  }
  const isAsked = signal === undefined && options.as === undefined;
  const answers = isAsked
    ? await askAnswers(draft.stops, options, DEFAULT_TITLE, storyFolder !== undefined)
    : defaultAnswers(draft.stops, signal === undefined ? (options.as ?? 'cast') : 'cast', options.title ?? DEFAULT_TITLE);
  await writeTitles(draftFile, answers.title, answers.stops);
  const target = out ?? path.join(folder, `${freeName(folder, answers.title, draftFile)}.cast`);
  await keepRecording(answers.as, { draft: draftFile, target, title: answers.title, storyFolder }, async (cast, story) => {
    const { module } = await loadModule<typeof import('../../import/cast')>('import/cast.ts');
    await module.run(cast, story, { ask: isAsked });
  });
  return signal === undefined ? 0 : (SIGNAL_CODES[signal] ?? 1);
}

function needsStory(as: Keeping | undefined): boolean {
  return as !== undefined && as !== 'cast';
}

/** Returns the story that a scene is added to; undefined where there is none and none is needed. */
function findStory(argument: string | undefined, as: Keeping | undefined): string | undefined {
  if (needsStory(as) || requestedFolder(argument) !== undefined) return findStoryFolder(argument);
  try {
    return findStoryFolder();
  } catch {
    return undefined;
  }
}

/** Refuses places where a recording cannot be kept, before anything is recorded. */
function checkTarget(target: string, storyFolder: string | undefined, as: Keeping | undefined): string {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${shortPath(target)} is a folder. Name a file with --out.`);
  if (path.extname(target) !== '.cast') throw new Error(`${shortPath(target)} is not the name of a cast file: it ends with .cast.`);
  const draft = path.join(path.dirname(target), `.${path.basename(target)}`);
  for (const file of [target, draft])
    if (existsSync(file)) throw new Error(`${shortPath(file)} is there already. Name another file with --out, or remove it.`);
  const isOutside = storyFolder !== undefined && path.relative(storyFolder, target).startsWith('..');
  if (isOutside && needsStory(as))
    throw new Error(
      `${shortPath(target)} is outside the story’s folder, and a scene’s recording stands inside. Leave out --out, or use --as cast.`,
    );
  return target;
}

function introduction(command: readonly string[], key: StopKey, cols: number): string {
  const end = command.length === 0 ? 'exit, or Ctrl+D, ends the recording' : 'the recording ends with it';
  const advice = cols > MANY_COLUMNS ? `\nThis terminal has ${cols} columns. 80 by 24 reads well from the last row.` : '';
  return `Recording ${command.length === 0 ? 'a shell' : command.join(' ')}: ${key.name} sets a stop, ${end}.${advice}`;
}
