import { useEffect, useState } from 'react';
import { whenIdle } from './whenIdle';

/**
 * `value` as it was when the page last had time, and at least `after` milliseconds old: for what nobody waits for, and the
 * picture must not wait for either.
 */
export function useLate<T>(value: T, after: number): T {
  const [late, setLate] = useState(() => value);
  useEffect(() => (late === value ? undefined : whenIdle(() => setLate(() => value), after)), [late, value, after]);
  return late;
}
