import type { Block, Timing } from '../story';
import type { Script } from './bidiLayout';
import { elementsOf } from './elements';
import type { Draft, Piece, Style } from './timedRun';
import { seededRandom } from './seededRandom';
import { clustersOf, isWide } from './width';
import { wordsOf } from './splitWords';
import { toRuns, type RichText } from '../richText';
import type { Role } from '../roles';

/** Milliseconds a stop stays `playing` after its last character, so that the eye arrives before the next press counts. */
export const TAIL_MS = 120;

/** Milliseconds between two signs of a spinner. */
export const SPIN_MS = 110;

/** Cuts text into pieces and says when each appears. */
export interface Pacer {
  /** Waits before a block; the story's pause unless the block says otherwise. */
  pause(ms: number | undefined): void;
  /** A line of output, all at once. */
  line(text: RichText, style?: Partial<Style>): Piece[];
  /** Words that arrive one by one. */
  stream(text: RichText, style?: Partial<Style>): Piece[];
  /** Characters that come evenly, all of them within `ms` milliseconds. */
  fill(text: string, ms: number, style: Partial<Style>): Piece[];
  /** Signs that take turns before a text, for `ms` milliseconds. */
  turn(signs: readonly string[], text: RichText, style: Partial<Style>, ms: number): readonly Draft[];
  /** Keys pressed by a person. */
  type(text: RichText, style?: Partial<Style>): Piece[];
}

/** Pieces of `text` as one moment shows it. */
function piecesOf(text: RichText, style: Partial<Style>, at: number): Piece[] {
  const base: Role = style.role ?? 'text';
  return toRuns(text)
    .filter((run) => run.text !== '')
    .map((run) => ({ text: run.text, style: { ...style, role: run.role ?? base, bold: run.bold ?? style.bold }, at }));
}

/** Everything at once: for output that already stands. */
export const still: Pacer = {
  pause: () => {},
  line: (text, style = {}) => piecesOf(text, style, 0),
  stream: (text, style = {}) => piecesOf(text, style, 0),
  fill: (text, _, style) => piecesOf(text, style, 0),
  turn: () => [],
  type: (text, style = {}) => piecesOf(text, style, 0),
};

/** A pacer with the story's rhythm. The same timing and stop give the same rhythm every time. */
export function rhythm(timing: Timing, stop: number): Pacer & { readonly now: () => number } {
  const random = seededRandom(timing.seed * 7919 + stop);
  let now = 0;
  const spread = (pieces: Piece[], cut: (text: string) => readonly string[], delay: (text: string) => number): Piece[] =>
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
      return piecesOf(text, style, Math.round(now));
    },
    stream: (text, style = {}) => spread(piecesOf(text, style, 0), wordsOf, () => timing.word * (0.6 + random() * 0.8)),
    fill: (text, ms, style) => spread(piecesOf(text, style, 0), clustersOf, () => ms / clustersOf(text).length),
    turn: (signs, text, style, ms) => {
      const start = now;
      now += ms;
      return Array.from({ length: Math.ceil(ms / SPIN_MS) }, (_, turn) => {
        const at = Math.round(start + turn * SPIN_MS);
        const sign = `${signs[turn % signs.length] ?? ''} `;
        return { at, pieces: [...piecesOf(sign, { ...style, bold: true }, at), ...piecesOf(text, style, at)] };
      });
    },
    type: (text, style = {}) => {
      let before = '';
      return spread(piecesOf(text, { ...style, typed: true }, 0), clustersOf, (key) => {
        const delay = timing.key * keyWeight(before, key, random());
        before = key;
        return delay;
      });
    },
  };
}

/** How much longer than average a key takes: words start slowly, hands hesitate now and then, and an ideograph takes more than one key. */
function keyWeight(before: string, key: string, chance: number): number {
  const pace = (0.55 + chance * 0.8) * (isWide(key) ? 2 : 1);
  if (before === ' ') return pace + 0.5;
  return chance > 0.95 ? pace + 2.5 : pace;
}

/** Milliseconds a step takes to appear, from the first pause to the last character. */
export function stepDuration(blocks: readonly Block[], timing: Timing, stop: number, script?: Script): number {
  if (blocks.length === 0) return 0;
  const pacer = rhythm(timing, stop);
  elementsOf(blocks, pacer, script);
  return Math.round(pacer.now()) + TAIL_MS;
}
