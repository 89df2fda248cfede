/** A number being typed to go somewhere: `5` a scene, `5.3` its third step. */
export interface Typed {
  readonly text: string;
  /** When its last key came, in milliseconds. */
  readonly at: number;
}

/** A number nobody finishes within this time, in milliseconds, is forgotten: a stray digit must not wait for an Enter. */
export const TYPED_MS = 4000;

/** What stands typed at `now`; undefined when there is nothing or it is too long ago. */
export function standing(typed: Typed | undefined, now: number): Typed | undefined {
  return typed && now - typed.at < TYPED_MS ? typed : undefined;
}

/**
 * The number after one more key; undefined when the key is no part of one, so that it keeps its own meaning: `.` alone
 * blackens the screen and `0` alone resets the text size.
 */
export function typeKey(typed: Typed | undefined, key: string, now: number): Typed | undefined {
  const text = standing(typed, now)?.text ?? '';
  if (!/^[\d.]$/u.test(key)) return undefined;
  const longer = text + key;
  return /^[1-9]\d{0,3}(\.\d{0,4})?$/u.test(longer) ? { text: longer, at: now } : undefined;
}
