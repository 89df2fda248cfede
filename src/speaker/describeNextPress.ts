import { nextStop } from '../core/adjacentStops';
import { originOf } from '../core/detours';
import { pluralize } from '../core/pluralize';
import type { SharedShowState } from '../core/speakerProtocol';
import { stopIndexForNumber } from '../core/stopNumber';
import { typedLines } from '../core/terminal/typedLines';
import { stopAt, type Stop, type Timeline } from '../core/timeline';

/** What the next press of “next” would do. */
export interface NextPress {
  /**
   * `uncover` closes the cover or overlay, `jump` goes to the pending number, `finish` settles the stop, `go` moves to the next
   * stop, `end` does nothing.
   */
  readonly kind: 'uncover' | 'jump' | 'finish' | 'go' | 'end';
  readonly headline: string;
  /** Effects, in the order they happen. */
  readonly effects: readonly string[];
  /** The first lines of text that appear. */
  readonly newLines: readonly string[];
  /** Number of further lines that appear. */
  readonly hiddenLineCount: number;
}

export interface NextPressInput extends Pick<
  SharedShowState,
  'stop' | 'playing' | 'curtain' | 'frozen' | 'autoplay' | 'covered' | 'detours' | 'typing' | 'heldAt'
> {
  readonly pendingNumber?: string | undefined;
  /** Whether the stage animates its stops. */
  readonly motion: boolean;
}

/** Maximum number of effects and lines together. One line is always shown. */
const MAX_ITEMS = 4;

const NO_LINES = { newLines: [], hiddenLineCount: 0 } as const;

/** Returns the stop that next goes to once this one has settled; undefined at the end of the way. */
export function stopAfterNext(timeline: Timeline, { stop, detours }: Pick<NextPressInput, 'stop' | 'detours'>): Stop | undefined {
  const here = stopAt(timeline, stop);
  return nextStop(timeline, here) ?? (here.detour === undefined ? undefined : originOf(timeline, { stop, detours }));
}

/** Describes what the next press does. Pure. */
export function describeNextPress(timeline: Timeline, input: NextPressInput): NextPress {
  const { curtain, covered, playing, pendingNumber, motion } = input;
  const here = stopAt(timeline, input.stop);
  const sideEffects = sideEffectsOf(input);
  if (pendingNumber !== undefined) {
    const target = stopAt(timeline, stopIndexForNumber(timeline, pendingNumber));
    const stageStaysHidden = curtain === 'open' ? [] : [`The room stays ${curtain}`];
    const effects = [...sideEffects, ...stageStaysHidden, ...sceneEffects(here, target)];
    return { kind: 'jump', headline: `Goes to “${target.source.title}”`, effects, ...firstLines(target, effects.length) };
  }
  if (curtain !== 'open' || covered) {
    const headline = curtain === 'open' ? 'Closes what lies over the stage' : 'Brings the picture back';
    return { ...NO_LINES, kind: 'uncover', headline, effects: ['Nothing moves'] };
  }
  const target = stopAfterNext(timeline, input) ?? here;
  const isLast = target === here;
  const leaves = here.detour !== undefined && target.detour !== here.detour;
  if (playing) {
    const following = isLast ? 'It is the last stop' : `The press after it goes ${leaves ? 'back' : 'on'} to “${target.source.title}”`;
    return { ...NO_LINES, kind: 'finish', headline: FINISH_HEADLINES[here.surface], effects: [...sideEffects, following] };
  }
  if (leaves) {
    const effects = [...sideEffects, 'Leaves the detour'];
    return { ...NO_LINES, kind: 'go', headline: `Goes back to “${target.source.title}”`, effects };
  }
  if (isLast) return { ...NO_LINES, kind: 'end', headline: 'Nothing: this is the last stop', effects: sideEffects };
  const effects = [
    ...sideEffects,
    ...sceneEffects(here, target),
    ...(motion ? leaveEffect(here, target) : []),
    ...surfaceEffects(here, target),
    ...(motion ? (typingEffect(timeline, target, input.typing) ?? durationEffect(target)) : []),
  ];
  return { kind: 'go', headline: `Goes on to “${target.source.title}”`, effects, ...firstLines(target, effects.length) };
}

const FINISH_HEADLINES: Readonly<Record<Stop['surface'], string>> = {
  terminal: 'Finishes the typing',
  browser: 'Shows the whole page at once',
  board: 'Shows the whole board at once',
  panes: 'Finishes what moves',
};

/** Returns the effects that every press has in this state. */
function sideEffectsOf({ frozen, autoplay }: NextPressInput): string[] {
  return [...(autoplay ? ['Autoplay stops'] : []), ...(frozen === undefined ? [] : ['The room does not see it: frozen'])];
}

function sceneEffects(from: Stop, to: Stop): string[] {
  return from.scene === to.scene ? [] : [`→ ${to.detour === undefined ? `Scene ${to.sceneIndex + 1}` : 'Detour'}: ${to.scene.title}`];
}

function leaveEffect(from: Stop, to: Stop): string[] {
  if (from.scene === to.scene || !from.leave || from.surface !== 'browser') return [];
  return [`“${from.leave.text}” for ${formatSeconds(from.leave.ms)}`];
}

function surfaceEffects(from: Stop, to: Stop): string[] {
  if (to.panes && from.scene !== to.scene) return [`${to.panes.length} scenes share the stage`];
  if (to.panes) return to.panes.flatMap(({ moves, stop }) => (moves ? [`“${stop.scene.title}” moves`] : []));
  if (to.depth > from.depth) return ['A window opens over it'];
  if (from.depth > to.depth) return [from.depth - to.depth === 1 ? 'The window over it closes' : 'The windows over it close'];
  if (to.surface === 'browser') {
    if (from.surface !== 'browser') return ['The browser opens'];
    return from.scene === to.scene ? [] : ['Another page in the browser'];
  }
  const closes = from.surface === 'browser' ? ['The browser closes'] : [];
  if (to.surface === 'board') return [...closes, from.surface === 'board' ? 'The board goes on' : 'A board takes the terminal’s place'];
  return closes;
}

/** Returns what a stop waits for that is typed by hand; undefined if it is not. */
function typingEffect(timeline: Timeline, target: Stop, typing = false): string[] | undefined {
  const { length } = typing ? typedLines(timeline, target) : [];
  return length > 0 ? [`Waits for you to type ${pluralize(length, 'line')}`] : undefined;
}

/** Pages and boards are animated for less than a second in most cases, which is not worth a line. */
function durationEffect({ surface, playMs }: Stop): string[] {
  if (surface === 'terminal') return playMs > 0 ? [`Types for ${formatSeconds(playMs)}`] : [];
  return playMs >= 1000 ? [`Plays for ${formatSeconds(playMs)}`] : [];
}

function firstLines({ textLines }: Stop, effectCount: number): Pick<NextPress, 'newLines' | 'hiddenLineCount'> {
  const count = Math.max(1, MAX_ITEMS - effectCount);
  return { newLines: textLines.slice(0, count), hiddenLineCount: Math.max(0, textLines.length - count) };
}

/** Formats a duration with at most one decimal: `1.5 s`, `12 s`. */
function formatSeconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
