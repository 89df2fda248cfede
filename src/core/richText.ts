import type { Role } from './roles';

/** Text in one style. */
export interface TextRun {
  readonly text: string;
  /** @default the colour of the surrounding text */
  readonly role?: Role | undefined;
  /** @default false */
  readonly bold?: boolean | undefined;
}

/** Text in a scene file: a string, or a list of strings and styled runs. */
export type RichText = string | readonly (string | TextRun)[];

/** Returns the runs of `text`; strings become runs without a style. */
export function toRuns(text: RichText): readonly TextRun[] {
  if (typeof text === 'string') return [{ text }];
  return text.map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** Returns `text` without its styles. */
export function plainText(text: RichText): string {
  return toRuns(text)
    .map((run) => run.text)
    .join('');
}

/**
 * A character that text must not contain, as it could change the text around it: controls (with them escape sequences), line
 * separators, directional embeddings, overrides and isolates, deprecated format characters and lone surrogates.
 */
export const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u206F\uFFF9-\uFFFB]/u;
