import type { Role } from './roles';

/** A stretch of text in one style. */
export interface TextRun {
  readonly text: string;
  /** @default the colour of its surroundings */
  readonly role?: Role | undefined;
  /** @default false */
  readonly bold?: boolean | undefined;
}

/** Text as an author writes it: plain, or a list of plain and styled stretches. */
export type RichText = string | readonly (string | TextRun)[];

/** The stretches of `text`, plain ones included. */
export function toRuns(text: RichText): readonly TextRun[] {
  if (typeof text === 'string') return [{ text }];
  return text.map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** `text` without its styles. */
export function plainText(text: RichText): string {
  return toRuns(text)
    .map((run) => run.text)
    .join('');
}

/**
 * Characters that are no text and could change what stands around them: controls, escape sequences, line separators, embedded
 * and overridden directions, deprecated format characters, halves of surrogate pairs. All others are measured by clusters.
 */
export const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u206F\uFFF9-\uFFFB]/u;
