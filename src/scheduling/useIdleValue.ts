import { useEffect, useState } from 'react';
import { whenIdle } from './whenIdle';

/** Returns `value`, updated in idle time and not before it has stayed the same for `minDelayMs`. */
export function useIdleValue<T>(value: T, minDelayMs: number): T {
  const [idleValue, setIdleValue] = useState(() => value);
  useEffect(
    () => (idleValue === value ? undefined : whenIdle(() => setIdleValue(() => value), minDelayMs)),
    [idleValue, value, minDelayMs],
  );
  return idleValue;
}
