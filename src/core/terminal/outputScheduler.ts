import type { Timing } from '../story';
import type { InterimLine, TimedRun, TextStyle } from './timedRun';
import { seededRandom } from './seededRandom';
import { splitGraphemes, isWide } from './width';
import { splitWords } from './splitWords';
import { toRuns, type RichText } from '../richText';
import type { Role } from '../roles';

/** Milliseconds a stop still plays after its last character. */
export const SETTLE_DELAY_MS = 120;

/** Milliseconds between two characters of a spinner. */
export const SPINNER_FRAME_MS = 110;

/** Splits text into runs and sets the time each appears. */
export interface OutputScheduler {
  /** Returns the time in milliseconds at which appended text appears. */
  now(): number;
  /** Waits `ms` milliseconds before a block; by default the story's pause. */
  pause(ms: number | undefined): void;
  /** Schedules a line of output that appears at once. */
  line(text: RichText, style?: Partial<TextStyle>): TimedRun[];
  /** Schedules text that appears together with the output before it. */
  append(text: RichText, style?: Partial<TextStyle>): TimedRun[];
  /** Schedules text that appears word by word. */
  stream(text: RichText, style?: Partial<TextStyle>): TimedRun[];
  /** Schedules text that appears character by character, at equal intervals, within `ms` milliseconds. */
  fill(text: string, ms: number, style: Partial<TextStyle>): TimedRun[];
  /** Returns the rows of a spinner before a text, for `ms` milliseconds. `signs` are the spinner's characters. */
  spin(signs: readonly string[], text: RichText, style: Partial<TextStyle>, ms: number): readonly InterimLine[];
  /** Schedules text that appears character by character, with the rhythm of a person who types. */
  type(text: RichText, style?: Partial<TextStyle>): TimedRun[];
}

function createRuns(text: RichText, style: Partial<TextStyle>, at: number): TimedRun[] {
  const base: Role = style.role ?? 'text';
  return toRuns(text)
    .filter((run) => run.text !== '')
    .map((run) => ({ text: run.text, style: { ...style, role: run.role ?? base, bold: run.bold ?? style.bold }, at }));
}

/** Sets every time to 0, for output of previous stops. */
export const instantScheduler: OutputScheduler = {
  now: () => 0,
  pause: () => {},
  line: (text, style = {}) => createRuns(text, style, 0),
  append: (text, style = {}) => createRuns(text, style, 0),
  stream: (text, style = {}) => createRuns(text, style, 0),
  fill: (text, _, style) => createRuns(text, style, 0),
  spin: () => [],
  type: (text, style = {}) => createRuns(text, style, 0),
};

/** Returns a scheduler with the story's timing. The same timing and stop always give the same times. */
export function typingScheduler(timing: Timing, stop: number): OutputScheduler {
  const random = seededRandom(timing.seed * 7919 + stop);
  let now = 0;
  const splitAndTime = (pieces: TimedRun[], cut: (text: string) => readonly string[], delay: (text: string) => number): TimedRun[] =>
    pieces.flatMap(({ text, style }) =>
      cut(text).map((part) => {
        now += delay(part);
        return { text: part, style, at: Math.round(now) };
      }),
    );
  return {
    now: () => now,
    pause: (ms) => {
      now += ms ?? timing.pause;
    },
    line: (text, style = {}) => {
      now += timing.line;
      return createRuns(text, style, Math.round(now));
    },
    append: (text, style = {}) => createRuns(text, style, Math.round(now)),
    stream: (text, style = {}) => splitAndTime(createRuns(text, style, 0), splitWords, () => timing.word * (0.6 + random() * 0.8)),
    fill: (text, ms, style) => splitAndTime(createRuns(text, style, 0), splitGraphemes, () => ms / splitGraphemes(text).length),
    spin: (signs, text, style, ms) => {
      const start = now;
      now += ms;
      return Array.from({ length: Math.ceil(ms / SPINNER_FRAME_MS) }, (_, turn) => {
        const at = Math.round(start + turn * SPINNER_FRAME_MS);
        const sign = `${signs[turn % signs.length] ?? ''} `;
        return { at, pieces: [...createRuns(sign, { ...style, bold: true }, at), ...createRuns(text, style, at)] };
      });
    },
    type: (text, style = {}) => {
      let before = '';
      return splitAndTime(createRuns(text, { ...style, typed: true }, 0), splitGraphemes, (key) => {
        const delay = timing.key * keyDelayFactor(before, key, random());
        before = key;
        return delay;
      });
    },
  };
}

/** Returns the factor of a key's delay. It is larger at the start of a word, for wide characters and, at random, for some other keys. */
function keyDelayFactor(before: string, key: string, chance: number): number {
  const factor = (0.55 + chance * 0.8) * (isWide(key) ? 2 : 1);
  if (before === ' ') return factor + 0.5;
  return chance > 0.95 ? factor + 2.5 : factor;
}
