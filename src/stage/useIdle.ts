import { useEffect, useState } from 'react';
import { whenIdle } from '../scheduling/whenIdle';

/** Whether the page has stood for a while with nothing to do: the time to load what may be asked for. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return idle;
}
