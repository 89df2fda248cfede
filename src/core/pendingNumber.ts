/** A stop number that is being typed: `5` is a scene, `5.3` its third step. */
export interface PendingNumber {
  readonly text: string;
  /** Time of its last key, in milliseconds. */
  readonly at: number;
}

/** Milliseconds after the last key until a pending number is dropped. */
export const PENDING_NUMBER_TIMEOUT_MS = 4000;

/** Returns the pending number, or undefined if it has expired. */
export function unexpiredNumber(typed: PendingNumber | undefined, now: number): PendingNumber | undefined {
  return typed && now - typed.at < PENDING_NUMBER_TIMEOUT_MS ? typed : undefined;
}

/** Returns the number extended by `key`; undefined if the result is not a stop number. The first key cannot be `.` or `0`. */
export function appendKey(typed: PendingNumber | undefined, key: string, now: number): PendingNumber | undefined {
  const text = unexpiredNumber(typed, now)?.text ?? '';
  if (!/^[\d.]$/u.test(key)) return undefined;
  const extended = text + key;
  return /^[1-9]\d{0,3}(\.\d{0,4})?$/u.test(extended) ? { text: extended, at: now } : undefined;
}
