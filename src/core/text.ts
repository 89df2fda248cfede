import type { Role } from './roles';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  /** @default the colour of its surroundings */
  readonly role?: Role | undefined;
  /** @default false */
  readonly bold?: boolean | undefined;
}

/** Text as an author writes it: plain, or a list of plain and styled stretches. */
export type RichText = string | readonly (string | Run)[];

/** The stretches of `text`, plain ones included. */
export function toRuns(text: RichText): readonly Run[] {
  if (typeof text === 'string') return [{ text }];
  return text.map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** `text` without its styles. */
export function plain(text: RichText): string {
  return toRuns(text)
    .map((run) => run.text)
    .join('');
}

/**
 * Characters the terminal cannot measure or that are not text at all: controls, escape sequences, zero-width
 * characters, combining marks, variation selectors, joiners and skin tones. xterm.js disagrees with fonts about
 * the width of these in every Unicode version, so a frame drawn round them would break.
 */
export const UNMEASURABLE = /[\p{Cc}\p{Cf}\p{Mn}\p{Me}\u2028\u2029\u{1F3FB}-\u{1F3FF}]|\p{Cs}/u;
