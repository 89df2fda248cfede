import type { SharedShow } from '../core/speakerProtocol';
import { namedStop } from '../core/stopNumber';
import { stopAt, type Stop, type Timeline } from '../core/timeline';

/** What a press of next would do, told before it is made. */
export interface NextPress {
  /** Closes what lies over the stage, goes where the typed number says, finishes what plays, goes on, or does nothing. */
  readonly kind: 'uncover' | 'jump' | 'finish' | 'go' | 'end';
  readonly headline: string;
  /** What there is to know about it, in the order it happens. */
  readonly happens: readonly string[];
  /** The first lines that appear. */
  readonly brings: readonly string[];
  /** How many lines appear after those. */
  readonly more: number;
}

/** What the answer depends on besides the story. */
export interface Situation extends Pick<SharedShow, 'stop' | 'playing' | 'curtain' | 'frozen' | 'autoplay' | 'covered'> {
  /** A number standing typed. */
  readonly typed?: string | undefined;
  /** Whether stops play when reached. */
  readonly motion: boolean;
}

/** How many things are told at most, of what happens and of the lines that appear together; some of the lines in any case. */
const THINGS = 4;
const LINES = { least: 1, most: 4 } as const;

const NOTHING = { happens: [], brings: [], more: 0 } as const;

/** Says what the next press does. It follows from the story and the situation alone, like the press itself. */
export function nextPress(timeline: Timeline, situation: Situation): NextPress {
  const { curtain, covered, playing, typed } = situation;
  const here = stopAt(timeline, situation.stop);
  const last = timeline.stops.length - 1;
  const around = surroundings(situation);
  if (typed !== undefined) {
    const target = stopAt(timeline, namedStop(timeline, typed));
    const happens = [...around, ...underCurtain(curtain), ...sceneChange(here, target)];
    return { kind: 'jump', headline: `Goes to “${target.source.title}”`, happens, ...linesOf(target, happens.length) };
  }
  if (curtain !== 'open') return { ...NOTHING, kind: 'uncover', headline: 'Brings the picture back', happens: ['Nothing moves'] };
  if (covered) return { ...NOTHING, kind: 'uncover', headline: 'Closes what lies over the stage', happens: ['Nothing moves'] };
  if (playing)
    return { ...NOTHING, kind: 'finish', headline: FINISHES[here.surface], happens: [...around, afterwards(timeline, here, last)] };
  if (here.index === last) return { ...NOTHING, kind: 'end', headline: 'Nothing: this is the last stop', happens: around };
  const target = stopAt(timeline, here.index + 1);
  const { motion } = situation;
  const happens = [
    ...around,
    ...sceneChange(here, target),
    ...(motion ? leaving(here, target) : []),
    ...surfaceChange(here, target),
    ...(motion ? duration(target) : []),
  ];
  return { kind: 'go', headline: `Goes on to “${target.source.title}”`, happens, ...linesOf(target, happens.length) };
}

const FINISHES: Readonly<Record<Stop['surface'], string>> = {
  terminal: 'Finishes the typing',
  browser: 'Shows the whole page at once',
  board: 'Shows the whole board at once',
};

/** What a press does besides, whatever it does. */
function surroundings({ frozen, autoplay }: Situation): string[] {
  return [...(autoplay ? ['Autoplay stops'] : []), ...(frozen === undefined ? [] : ['The room does not see it: frozen'])];
}

/** A jump moves the stage where it stands, hidden or not. */
function underCurtain(curtain: Situation['curtain']): string[] {
  return curtain === 'open' ? [] : [`The room stays ${curtain}`];
}

function afterwards(timeline: Timeline, here: Stop, last: number): string {
  return here.index === last ? 'It is the last stop' : `The press after it goes on to “${stopAt(timeline, here.index + 1).source.title}”`;
}

function sceneChange(from: Stop, to: Stop): string[] {
  return from.scene === to.scene ? [] : [`→ Scene ${to.sceneIndex + 1}: ${to.scene.title}`];
}

function leaving(from: Stop, to: Stop): string[] {
  if (from.scene === to.scene || !from.leave || from.surface !== 'browser') return [];
  return [`“${from.leave.text}” for ${seconds(from.leave.ms)}`];
}

function surfaceChange(from: Stop, to: Stop): string[] {
  if (to.surface === 'browser') {
    if (from.surface !== 'browser') return ['The browser opens'];
    return from.scene === to.scene ? [] : ['Another page in the browser'];
  }
  const closes = from.surface === 'browser' ? ['The browser closes'] : [];
  if (to.surface === 'board') return [...closes, from.surface === 'board' ? 'The board goes on' : 'A board takes the terminal’s place'];
  return closes;
}

/** How long it takes until all of it stands; a page's short entrance is not worth telling. */
function duration({ surface, playMs }: Stop): string[] {
  if (surface === 'terminal') return playMs > 0 ? [`Types for ${seconds(playMs)}`] : [];
  return playMs >= 1000 ? [`Plays for ${seconds(playMs)}`] : [];
}

/** The first lines of a stop, fewer where more else is told. */
function linesOf({ lines }: Stop, told: number): Pick<NextPress, 'brings' | 'more'> {
  const count = Math.max(LINES.least, Math.min(THINGS - told, LINES.most));
  return { brings: lines.slice(0, count), more: Math.max(0, lines.length - count) };
}

/** A duration to one decimal, none where it is whole: `1.5 s`, `12 s`. */
function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
