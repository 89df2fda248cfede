import { useEffect, useState } from 'react';
import { afterCopy } from '../player/serviceWorker';
import { whenIdle } from '../scheduling/whenIdle';

/** Whether the page has its copy and nothing to do: the time to load what may be asked for. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let callOff = (): void => {};
    const stop = afterCopy(() => (callOff = whenIdle(() => setIdle(true))));
    return () => {
      stop();
      callOff();
    };
  }, []);
  return idle;
}
