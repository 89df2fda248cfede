/** A number being typed to go somewhere: `5` a scene, `5.3` its third step. */
export interface PendingNumber {
  readonly text: string;
  /** When its last key came, in milliseconds. */
  readonly at: number;
}

/** A number nobody finishes within this time, in milliseconds, is forgotten: a stray digit must not wait for an Enter. */
export const PENDING_NUMBER_TIMEOUT_MS = 4000;

/** What stands typed at `now`; undefined when there is nothing or it is too long ago. */
export function unexpiredNumber(typed: PendingNumber | undefined, now: number): PendingNumber | undefined {
  return typed && now - typed.at < PENDING_NUMBER_TIMEOUT_MS ? typed : undefined;
}

/**
 * The number after one more key; undefined when the key is no part of one, so that it keeps its own meaning: `.` alone
 * blackens the screen and `0` alone resets the text size.
 */
export function appendKey(typed: PendingNumber | undefined, key: string, now: number): PendingNumber | undefined {
  const text = unexpiredNumber(typed, now)?.text ?? '';
  if (!/^[\d.]$/u.test(key)) return undefined;
  const extended = text + key;
  return /^[1-9]\d{0,3}(\.\d{0,4})?$/u.test(extended) ? { text: extended, at: now } : undefined;
}
