import type { Timing } from '../../core/story';
import type { Asciicast } from '../../compiler/recording/asciicast';
import { recordingSource } from '../../kinds/recording/recordingSource';
import { draftScenes, type DraftScene } from './drafts';
import { fitStep } from './fitSteps';
import { learnPrompts } from './learnPrompts';
import { piecesOf, type Piece } from './pieces';
import { findPrivateNames, type PrivateName } from './privateNames';
import { PromptMatcher } from './prompts';
import { recordPart, textsOnScreen } from './recordedPart';
import { firstCharacters } from '../privacy/firstCharacters';
import { placesOf } from './places';
import { planReplacements, replaceInText, type Replacement, type ReplacementOptions } from './replacements';
import type { Session } from './session';
import { textOfCells } from './sessionScreen';
import { splitSession } from './splitSession';
import { terminalScene, titleOf, TitleList } from './terminalScene';

export interface ImportCastOptions extends ReplacementOptions {
  /** The id of the first scene. Others get a number. */
  readonly id: string;
  /** Title of the scenes; the id is used without one. */
  readonly title: string;
  /** Matches the prompt at the beginning of a line. */
  readonly prompt?: RegExp | undefined;
  readonly timing: Timing;
  /** Fields that other steps of the story have, and `check` misses where one has none. */
  readonly hasDwell: boolean;
  readonly hasCaptions: boolean;
}

/** A scene, and the recording it plays. */
interface ImportedScene {
  readonly id: string;
  readonly scene: object;
  /** The text of the recording `<id>.cast`. */
  readonly cast: string | undefined;
  /** Counts for the summary. */
  readonly steps: number;
  readonly commands: number;
}

export interface ImportedCast {
  readonly scenes: readonly ImportedScene[];
  readonly replacements: readonly Replacement[];
  /** Names that were found and stay. */
  readonly kept: readonly PrivateName[];
  /** What the author should know, a sentence each. */
  readonly notices: readonly string[];
}

/** The longest pause that is kept, in seconds, unless the recording has a lower limit. */
const MAX_PAUSE_S = 2;

/** Makes scenes of a recording: commands and their output in terminals, programs that draw on the whole screen as recordings. */
export async function importCast(cast: Asciicast, options: ImportCastOptions): Promise<ImportedCast> {
  const pieces = piecesOf(cast.events);
  // A file without a single carriage return was written by hand or by a script, for which a line feed begins a new line.
  const convertEol = !pieces.some((piece) => piece.type === 'output' && piece.data.includes('\r'));
  const marks = await learnPrompts(pieces, cast.grid, convertEol);
  const prompts = new PromptMatcher(options.prompt, marks.prompts);
  const session = await splitSession(pieces, cast.grid, convertEol, prompts, marks);
  const drafts = withoutPrompts(session) ? wholeRecording(session, pieces, cast) : draftScenes(session);
  const maxPause = Math.min(cast.idle ?? MAX_PAUSE_S, MAX_PAUSE_S);
  const screens = await textsOfScreens(drafts, pieces);
  const texts = [options.title, ...textsOf(session), ...screens.flat()].map((text) => text.normalize('NFC'));
  const names = findPrivateNames(texts, promptsOf(session));
  const countOf = (old: string): number => texts.filter((text) => placesOf(text, old).length > 0).length;
  const replacements = await planReplacements(names, countOf, options);
  const writer = new SceneWriter(options, replacements, pieces, maxPause);
  for (const draft of drafts) await writer.add(draft);
  return {
    scenes: writer.scenes,
    replacements: replacements.filter(({ name }) => writer.replaced.has(name)),
    kept: names.filter(({ value }) => !replacements.some(({ old }) => old === value)),
    notices: [...noticesOf(session), ...writer.notices, ...replacements.filter(({ count }) => count === 0).map(missedNotice)],
  };
}

function withoutPrompts({ items }: Session): boolean {
  return !items.some(({ type }) => type === 'command' || type === 'screen');
}

function wholeRecording(session: Session, pieces: readonly Piece[], { grid }: Asciicast): readonly DraftScene[] {
  if (session.items.length === 0) return [];
  return [{ type: 'screen', screen: { type: 'screen', time: 0, from: 0, to: pieces.length, grid }, title: '' }];
}

async function textsOfScreens(drafts: readonly DraftScene[], pieces: readonly Piece[]): Promise<readonly (readonly string[])[]> {
  const texts: (readonly string[])[] = [];
  for (const draft of drafts)
    if (draft.type === 'screen') texts.push(await textsOnScreen(pieces.slice(draft.screen.from, draft.screen.to), draft.screen.grid));
  return texts;
}

function textsOf({ items }: Session): readonly string[] {
  return items.flatMap((item): readonly string[] => {
    if (item.type === 'line') return [textOfCells(item.line.cells)];
    if (item.type === 'marker') return [item.label];
    if (item.type === 'command')
      return [...item.above.map(({ cells }) => textOfCells(cells)), ...item.lines.map((line) => `${item.prompt} ${line}`)];
    return [];
  });
}

function promptsOf({ items }: Session): readonly string[] {
  return items.flatMap((item) => (item.type === 'command' ? [...item.above.map(({ cells }) => textOfCells(cells)), item.prompt] : []));
}

function noticesOf(session: Session): readonly string[] {
  const { abandoned, isCut } = session;
  const notices: string[] = [];
  if (withoutPrompts(session))
    notices.push(
      'No prompt was found, so the recording is kept as it is: a scene of recorded steps. If it has one, say how it looks: ' +
        "--prompt '^my-prompt> '",
    );
  if (abandoned > 0)
    notices.push(`Left out: ${abandoned === 1 ? 'a line that was' : `${abandoned} lines that were`} typed and given up with Ctrl+C.`);
  if (isCut) notices.push('The terminal cannot follow a change of its size. What comes after it is left out.');
  return notices;
}

function missedNotice({ old, kind, label }: Replacement): string {
  const text = firstCharacters(old, kind);
  return kind === 'what --replace names'
    ? `--replace names “${text}”, which is not in the recording.`
    : `“${text}” (${label}) is in the recording, but not as a word that can be replaced: look for it in what was written.`;
}

class SceneWriter {
  readonly scenes: ImportedScene[] = [];
  readonly #replacedOnScreens = new Set<string>();
  readonly notices: string[] = [];
  readonly #options: ImportCastOptions;
  readonly #plan: readonly Replacement[];
  readonly #pieces: readonly Piece[];
  readonly #maxPause: number;
  readonly #titles: TitleList;

  constructor(options: ImportCastOptions, plan: readonly Replacement[], pieces: readonly Piece[], maxPause: number) {
    this.#options = options;
    this.#titles = new TitleList(replaceInText(options.title, plan), options.storyText);
    this.#plan = plan;
    this.#pieces = pieces;
    this.#maxPause = maxPause;
  }

  /** The names of variables that stand in what was written. */
  get replaced(): ReadonlySet<string> {
    const scenes = JSON.stringify(this.scenes.map(({ scene }) => scene));
    return new Set([...this.#replacedOnScreens, ...Array.from(scenes.matchAll(/(?<!\\)\{\{([\w-]+)\}\}/gu), ([, name]) => name!)]);
  }

  async add(draft: DraftScene): Promise<void> {
    const number = this.scenes.length + 1;
    const { id: base, title: baseTitle } = this.#options;
    const [id, title] = number === 1 ? [base, baseTitle] : [`${base}-${number}`, `${baseTitle} ${number}`];
    if (draft.type === 'steps') {
      const steps = draft.steps.flatMap((step) => fitStep(step, { timing: this.#options.timing, maxPause: this.#maxPause }));
      const scene = terminalScene({ id, title }, steps, this.#titles, this.#plan, this.#options);
      const commands = steps.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'shell')).length;
      this.scenes.push({ id, scene, cast: undefined, steps: steps.length, commands });
      return;
    }
    const { from, to, grid } = draft.screen;
    const program = titleOf(draft.title === '' ? baseTitle : draft.title, this.#plan);
    const part = await recordPart(this.#pieces.slice(from, to), grid, this.#plan, this.#maxPause);
    if (!part) {
      this.notices.push(
        `The screen of “${program}” is left out: it shows names in pieces, so that they cannot be replaced there. --keep keeps a name.`,
      );
      return;
    }
    for (const name of part.replaced) this.#replacedOnScreens.add(name);
    const steps = part.stops.map(({ at, label }, index) => {
      const written = this.#titles.add(label === undefined ? program : titleOf(label, this.#plan));
      return {
        title: written,
        notes: this.#titles.notes(written, undefined),
        ...this.#titles.extras(written, this.#options),
        ...(index > 0 && { at }),
      };
    });
    const scene = recordingSource({
      id,
      title: titleOf(title, this.#plan),
      window: 'Terminal',
      file: `${id}.cast`,
      idle: Math.max(this.#maxPause, 0.1),
      steps,
    });
    this.scenes.push({ id, scene, cast: part.cast, steps: steps.length, commands: 0 });
  }
}
