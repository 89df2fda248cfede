import type { SharedShowState } from '../core/speakerProtocol';
import { stopIndexForNumber } from '../core/stopNumber';
import { stopAt, type Stop, type Timeline } from '../core/timeline';

/** What a press of next would do, told before it is made. */
export interface NextPress {
  /** Closes what lies over the stage, goes where the typed number says, finishes what plays, goes on, or does nothing. */
  readonly kind: 'uncover' | 'jump' | 'finish' | 'go' | 'end';
  readonly headline: string;
  /** What there is to know about it, in the order it happens. */
  readonly effects: readonly string[];
  /** The first lines that appear. */
  readonly newLines: readonly string[];
  /** How many lines appear after those. */
  readonly hiddenLineCount: number;
}

/** What the answer depends on besides the story. */
export interface NextPressInput extends Pick<SharedShowState, 'stop' | 'playing' | 'curtain' | 'frozen' | 'autoplay' | 'covered'> {
  /** A number standing typed. */
  readonly pendingNumber?: string | undefined;
  /** Whether stops play when reached. */
  readonly motion: boolean;
}

/** How many things are told at most, of what happens and of the lines that appear together; some of the lines in any case. */
const MAX_ITEMS = 4;
const LINE_COUNT = { least: 1, most: 4 } as const;

const EMPTY_DETAILS = { effects: [], newLines: [], hiddenLineCount: 0 } as const;

/** Says what the next press does. It follows from the story and the situation alone, like the press itself. */
export function describeNextPress(timeline: Timeline, input: NextPressInput): NextPress {
  const { curtain, covered, playing, pendingNumber } = input;
  const here = stopAt(timeline, input.stop);
  const last = timeline.stops.length - 1;
  const sideEffects = sideEffectsOf(input);
  if (pendingNumber !== undefined) {
    const target = stopAt(timeline, stopIndexForNumber(timeline, pendingNumber));
    const effects = [...sideEffects, ...hiddenStageNotice(curtain), ...sceneEffects(here, target)];
    return { kind: 'jump', headline: `Goes to “${target.source.title}”`, effects, ...firstLines(target, effects.length) };
  }
  if (curtain !== 'open') return { ...EMPTY_DETAILS, kind: 'uncover', headline: 'Brings the picture back', effects: ['Nothing moves'] };
  if (covered) return { ...EMPTY_DETAILS, kind: 'uncover', headline: 'Closes what lies over the stage', effects: ['Nothing moves'] };
  if (playing)
    return {
      ...EMPTY_DETAILS,
      kind: 'finish',
      headline: FINISH_HEADLINES[here.surface],
      effects: [...sideEffects, followingPress(timeline, here, last)],
    };
  if (here.index === last) return { ...EMPTY_DETAILS, kind: 'end', headline: 'Nothing: this is the last stop', effects: sideEffects };
  const target = stopAt(timeline, here.index + 1);
  const { motion } = input;
  const effects = [
    ...sideEffects,
    ...sceneEffects(here, target),
    ...(motion ? leaveEffect(here, target) : []),
    ...surfaceEffects(here, target),
    ...(motion ? durationEffect(target) : []),
  ];
  return { kind: 'go', headline: `Goes on to “${target.source.title}”`, effects, ...firstLines(target, effects.length) };
}

const FINISH_HEADLINES: Readonly<Record<Stop['surface'], string>> = {
  terminal: 'Finishes the typing',
  browser: 'Shows the whole page at once',
  board: 'Shows the whole board at once',
};

/** What a press does besides, whatever it does. */
function sideEffectsOf({ frozen, autoplay }: NextPressInput): string[] {
  return [...(autoplay ? ['Autoplay stops'] : []), ...(frozen === undefined ? [] : ['The room does not see it: frozen'])];
}

/** A jump moves the stage where it stands, hidden or not. */
function hiddenStageNotice(curtain: NextPressInput['curtain']): string[] {
  return curtain === 'open' ? [] : [`The room stays ${curtain}`];
}

function followingPress(timeline: Timeline, here: Stop, last: number): string {
  return here.index === last ? 'It is the last stop' : `The press after it goes on to “${stopAt(timeline, here.index + 1).source.title}”`;
}

function sceneEffects(from: Stop, to: Stop): string[] {
  return from.scene === to.scene ? [] : [`→ Scene ${to.sceneIndex + 1}: ${to.scene.title}`];
}

function leaveEffect(from: Stop, to: Stop): string[] {
  if (from.scene === to.scene || !from.leave || from.surface !== 'browser') return [];
  return [`“${from.leave.text}” for ${formatSeconds(from.leave.ms)}`];
}

function surfaceEffects(from: Stop, to: Stop): string[] {
  if (to.surface === 'browser') {
    if (from.surface !== 'browser') return ['The browser opens'];
    return from.scene === to.scene ? [] : ['Another page in the browser'];
  }
  const closes = from.surface === 'browser' ? ['The browser closes'] : [];
  if (to.surface === 'board') return [...closes, from.surface === 'board' ? 'The board goes on' : 'A board takes the terminal’s place'];
  return closes;
}

/** How long it takes until all of it stands; a page's short entrance is not worth telling. */
function durationEffect({ surface, playMs }: Stop): string[] {
  if (surface === 'terminal') return playMs > 0 ? [`Types for ${formatSeconds(playMs)}`] : [];
  return playMs >= 1000 ? [`Plays for ${formatSeconds(playMs)}`] : [];
}

/** The first lines of a stop, fewer where more else is told. */
function firstLines({ textLines }: Stop, effectCount: number): Pick<NextPress, 'newLines' | 'hiddenLineCount'> {
  const count = Math.max(LINE_COUNT.least, Math.min(MAX_ITEMS - effectCount, LINE_COUNT.most));
  return { newLines: textLines.slice(0, count), hiddenLineCount: Math.max(0, textLines.length - count) };
}

/** A duration to one decimal, none where it is whole: `1.5 s`, `12 s`. */
function formatSeconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
