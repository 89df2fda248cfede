import { useEffect, useState } from 'react';
import { afterPrecache } from '../player/serviceWorker';
import { whenIdle } from '../scheduling/whenIdle';

/** Whether the page has its copy and nothing to do: the time to load what may be asked for. */
export function useCanPreload(): boolean {
  const [canPreload, setCanPreload] = useState(false);
  useEffect(() => {
    let cancelIdle = (): void => {};
    const stop = afterPrecache(() => (cancelIdle = whenIdle(() => setCanPreload(true))));
    return () => {
      stop();
      cancelIdle();
    };
  }, []);
  return canPreload;
}
