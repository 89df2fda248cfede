import { useEffect, useState } from 'react';
import { whenIdle } from './whenIdle';

/** `value` as it was when the page last had time: for what nobody waits for, and the picture must not wait for either. */
export function useLate<T>(value: T): T {
  const [late, setLate] = useState(() => value);
  useEffect(() => (late === value ? undefined : whenIdle(() => setLate(() => value))), [late, value]);
  return late;
}
