import { useEffect, useState } from 'react';
import { whenIdle } from './whenIdle';

/**
 * `value` as it was when the page last had time, and at least `after` milliseconds old: for what nobody waits for, and the
 * picture must not wait for either.
 */
export function useIdleValue<T>(value: T, minDelayMs: number): T {
  const [idleValue, setIdleValue] = useState(() => value);
  useEffect(
    () => (idleValue === value ? undefined : whenIdle(() => setIdleValue(() => value), minDelayMs)),
    [idleValue, value, minDelayMs],
  );
  return idleValue;
}
